#!/usr/bin/env bash
# Three MariaDB servers as a Galera cluster (Debian: mariadb-server, galera-4, rsync), each of which takes writes: see servers.bash.
# Its failure detector is as it comes: with shorter times, a busy small machine splits a healthy cluster.
first_port=23201 nodes=3
here=$(dirname "$(readlink -f "$0")")
source "$here/servers.bash"
source "$here/mariadbd.bash"

group_port() { echo $((PORT + 10 + $1)); }

member() {
  local node=$1 provider
  provider="gmcast.listen_addr=tcp://127.0.0.1:$(group_port "$1");base_port=$(group_port "$1")"
  provider+=";ist.recv_addr=127.0.0.1:$((PORT + 20 + $1));gcache.size=128M"
  shift
  launch "$node" --innodb-autoinc-lock-mode=2 --binlog-format=ROW --wsrep-on=ON --wsrep-provider=/usr/lib/galera/libgalera_smm.so \
    --wsrep-cluster-name=survey --wsrep-node-name="node$node" --wsrep-node-address="127.0.0.1:$(group_port "$node")" \
    --wsrep-node-incoming-address="127.0.0.1:$(port "$node")" --wsrep-slave-threads=2 --wsrep-sst-method=rsync \
    --wsrep-sst-receive-address="127.0.0.1:$((PORT + 30 + node))" \
    --wsrep-provider-options="$provider" "$@"
}

form() {
  member 1 --wsrep-cluster-address=gcomm:// --wsrep-new-cluster
  account | client 1
  join 2
  join 3
}

join() { member "$1" --wsrep-cluster-address="gcomm://127.0.0.1:$(group_port 1),127.0.0.1:$(group_port 2),127.0.0.1:$(group_port 3)"; }

command_line "$@"
