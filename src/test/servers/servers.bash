# shellcheck shell=bash
# What the scripts beside this one share: real database servers for tests, on loopback, one folder of data for each node.
#
#   SERVERS=FOLDER [PORT=N] mysql.sh|mariadb.sh|galera.sh|group-replication.sh COMMAND
#
#   up               makes what is not there yet and starts all nodes
#   down             stops all nodes
#   stop N, kill N   tells a node to end, or SIGKILL
#   start N          starts it again and lets it join the others
#   alone N          starts it again and does not let it join, in a group
#   pid N            its process
#   sql N [options]  the server's own client as root
#
# Clients connect to PORT for the first node, and to PORT + 1, PORT + 2 for the others of a cluster, which uses PORT + 11 to PORT + 33 among
# its nodes. All of them lie below 32768: the kernel may have given those above to somebody's outgoing connection.
# The database is "survey", and so is the account, which may do anything in it; its password is "servers-of-tests".
# A script sets `first_port` and `nodes`, defines `prepare NODE`, `launch NODE [options]`, `client NODE [options]`, `form`, `join NODE`, and
# calls `command_line "$@"`.

set -euo pipefail

folder=$(realpath -m "${SERVERS:?name a folder for the data in SERVERS}")
: "${PORT:=${first_port:?}}" "${nodes:?}"

# Node by node, so that a cluster shows which one failed.
data() { echo "$folder/node$1"; }
log() { echo "$folder/node$1.log"; }
socket() { echo "$folder/node$1.sock"; }
port() { echo $((PORT + $1 - 1)); }
pid() { cat "$folder/node$1.pid"; }

# A zombie has no command line any more: it counts as gone.
runs() {
  local command
  [[ -f $folder/node$1.pid ]] && read -r -d '' command 2>/dev/null <"/proc/$(pid "$1")/cmdline" && [[ -n $command ]]
}

# The statements that make the database and the account.
account() {
  echo "create database if not exists survey character set utf8mb4;"
  # Where the server looks up names, 127.0.0.1 is localhost.
  for host in localhost 127.0.0.1; do
    echo "create user if not exists survey@$host identified by 'servers-of-tests'; grant all on survey.* to survey@$host;"
  done
}

# A certificate for 127.0.0.1 that is its own authority.
certificate() {
  [[ -f $folder/certificate.pem ]] && return
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1,DNS:localhost \
    -keyout "$folder/key.pem" -out "$folder/certificate.pem" 2>/dev/null
}

# Starts a command as a node's server and returns when it answers.
serve() {
  local node=$1
  shift
  rm -f "$(socket "$node")" "$(socket "$node").lock"
  nohup "$@" >>"$folder/node$node.out" 2>&1 </dev/null &
  echo $! >"$folder/node$node.pid"
  until client "$node" -e 'select 1' >/dev/null 2>&1; do
    runs "$node" || { tail -n 20 "$(log "$node")" "$folder/node$node.out" >&2; return 1; }
    sleep 0.2
  done
}

stop() {
  runs "$1" || return 0
  kill "$(pid "$1")"
  while runs "$1"; do sleep 0.1; done
}

# Returns when the node is dead: its port is free then.
end() {
  kill -9 "$(pid "$1")"
  while runs "$1"; do sleep 0.02; done
}

command_line() {
  local what=${1:-} node=${2:-1}
  case $what in
    up)
      mkdir -p "$folder"
      for ((node = 1; node <= nodes; node++)); do prepare "$node"; done
      form
      ;;
    down) for ((node = nodes; node >= 1; node--)); do stop "$node"; done ;;
    stop) stop "$node" ;;
    kill) end "$node" ;;
    start) join "$node" ;;
    alone) member "$node" ;;
    pid) pid "$node" ;;
    sql) client "$node" "${@:3}" ;;
    *)
      echo "${0##*/}: up, down, stop N, kill N, start N, alone N, pid N or sql N, not \"$what\"" >&2
      return 2
      ;;
  esac
}
