# shellcheck shell=bash
# The machine's own MariaDB (Debian: mariadb-server): servers of their own, beside one that the system may run.

# Galera's way of bringing a node up to date refuses root: where root starts them, the servers run as the user of Debian's package.
run_as=$(id -un)
[[ $run_as != root ]] || run_as=mysql
: "${folder:?}"

own() { [[ $(id -un) == "$run_as" ]] || chown "$run_as" "$@"; }

prepare() {
  local files
  files=$(data "$1")
  own "$folder"
  [[ -d $files ]] && return
  mkdir "$files"
  own "$files"
  mariadb-install-db --no-defaults --user="$run_as" --datadir="$files" --auth-root-authentication-method=normal --skip-test-db \
    >"$folder/node$1.out" 2>&1 || { cat "$folder/node$1.out" >&2; return 1; }
}

launch() {
  local node=$1
  shift
  serve "$node" mariadbd --no-defaults --user="$run_as" --datadir="$(data "$node")" --port="$(port "$node")" --bind-address=127.0.0.1 \
    --socket="$(socket "$node")" --pid-file="$(data "$node")/server.pid" --log-error="$(log "$node")" --max-connections=300 \
    --innodb-buffer-pool-size=256M --innodb-flush-log-at-trx-commit=1 "$@"
}

client() {
  local node=$1
  shift
  mariadb --no-defaults --user=root --socket="$(socket "$node")" "$@"
}
