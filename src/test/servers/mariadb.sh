#!/usr/bin/env bash
# One MariaDB server, with TLS: see servers.bash.
first_port=23101 nodes=1
here=$(dirname "$(readlink -f "$0")")
source "$here/servers.bash"
source "$here/mariadbd.bash"

form() { join 1 && account | client 1; }

join() {
  certificate
  own "$folder/key.pem"
  launch "$1" --ssl-cert="$folder/certificate.pem" --ssl-key="$folder/key.pem"
}

command_line "$@"
