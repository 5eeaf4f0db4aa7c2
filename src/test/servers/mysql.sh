#!/usr/bin/env bash
# One MySQL server, with TLS: see servers.bash.
first_port=23151 nodes=1
here=$(dirname "$(readlink -f "$0")")
source "$here/servers.bash"
source "$here/mysqld.bash"

form() { join 1 && account | client 1; }
join() { launch "$1"; }

command_line "$@"
