# shellcheck shell=bash
# A genuine MySQL server, whatever the machine has: that of Debian's unstable suite, unpacked into a folder and run with that folder's own
# loader and libraries. About 700 MB, unpacked once for all (by root, as debootstrap wants it), from the mirror that debootstrap uses.

mysql_system=${XDG_CACHE_HOME:-$HOME/.cache}/survey/mysql-of-debian-sid
: "${folder:?}"

unpack_mysql() {
  [[ -x $mysql_system/usr/sbin/mysqld ]] && return
  command -v debootstrap >/dev/null || { echo "MySQL is unpacked by debootstrap: apt-get install debootstrap" >&2; return 1; }
  mkdir -p "${mysql_system%/*}"
  # Renamed when it is complete.
  rm -rf "$mysql_system.part"
  debootstrap --variant=minbase --include=mysql-server-core,mysql-client-core sid "$mysql_system.part" >"$mysql_system.log" 2>&1 ||
    { tail -n 20 "$mysql_system.log" >&2; return 1; }
  mv "$mysql_system.part" "$mysql_system"
}

# Sets `command`: a program of that system, to be run without its folder as root of the file system.
of_mysql() {
  local system=$mysql_system/usr
  command=("$system/lib64/ld-linux-x86-64.so.2" --library-path "$system/lib/x86_64-linux-gnu" "$system/$1" --no-defaults)
}

# Sets `command`: a node's server.
mysqld() {
  of_mysql sbin/mysqld
  command+=(--user="$(id -un)" --basedir="$mysql_system/usr" --plugin-dir="$mysql_system/usr/lib/mysql/plugin"
    --lc-messages-dir="$mysql_system/usr/share/mysql" --datadir="$(data "$1")" --secure-file-priv=NULL --log-error="$(log "$1")")
}

prepare() {
  unpack_mysql
  certificate
  mysqld "$1"
  [[ -d $(data "$1") ]] || "${command[@]}" --initialize-insecure
}

launch() {
  local node=$1
  shift
  mysqld "$node"
  serve "$node" "${command[@]}" --port="$(port "$node")" --bind-address=127.0.0.1 --mysqlx=OFF --socket="$(socket "$node")" \
    --ssl-ca="$folder/certificate.pem" --ssl-cert="$folder/certificate.pem" --ssl-key="$folder/key.pem" --max-connections=300 \
    --innodb-buffer-pool-size=256M "$@"
}

# This client writes a row's columns one below the other for -E, and does not know \G.
client() {
  local node=$1 command
  shift
  of_mysql bin/mysql
  "${command[@]}" --user=root --socket="$(socket "$node")" "$@"
}
