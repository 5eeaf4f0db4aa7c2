#!/usr/bin/env bash
# Three MySQL servers in a group with one primary, the only one that takes writes, with TLS for clients: see servers.bash.
# EXPEL: after how many seconds, beyond the five until it is suspected, a silent member is expelled and another primary elected.
first_port=23251 nodes=3
here=$(dirname "$(readlink -f "$0")")
source "$here/servers.bash"
source "$here/mysqld.bash"

group_port() { echo $((PORT + 10 + $1)); }

member() {
  local node=$1
  launch "$node" --server-id="$node" --gtid-mode=ON --enforce-gtid-consistency=ON --report-host=127.0.0.1 --report-port="$(port "$node")" \
    --plugin-load-add=group_replication.so --loose-group-replication-group-name=aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee \
    --loose-group-replication-start-on-boot=OFF --loose-group-replication-local-address="127.0.0.1:$(group_port "$node")" \
    --loose-group-replication-group-seeds="127.0.0.1:$(group_port 1),127.0.0.1:$(group_port 2),127.0.0.1:$(group_port 3)" \
    --loose-group-replication-communication-stack=XCOM --loose-group-replication-recovery-get-public-key=ON \
    --loose-group-replication-single-primary-mode=ON --loose-group-replication-consistency=BEFORE_ON_PRIMARY_FAILOVER \
    --loose-group-replication-unreachable-majority-timeout=10 --loose-group-replication-member-expel-timeout="${EXPEL:-0}"
  # Each has the account that members get each other's transactions by; made outside of the group's history.
  client "$node" -e "
    set sql_log_bin = 0;
    create user if not exists member@localhost identified by 'members-of-tests';
    create user if not exists member@'127.0.0.1' identified by 'members-of-tests';
    grant replication slave, backup_admin, group_replication_stream, connection_admin on *.* to member@localhost, member@'127.0.0.1';
    set sql_log_bin = 1;
    change replication source to source_user = 'member', source_password = 'members-of-tests' for channel 'group_replication_recovery'"
}

# Refused as long as the group has not noticed that the node had died.
start_replication() {
  local tries
  for ((tries = 1; tries < 30; tries++)); do
    client "$1" -e "start group_replication" 2>/dev/null && return
    sleep 1
  done
  client "$1" -e "start group_replication"
}

form() {
  member 1
  client 1 -e "
    set global group_replication_bootstrap_group = ON;
    start group_replication;
    set global group_replication_bootstrap_group = OFF"
  { account; echo "grant select on performance_schema.* to survey@localhost, survey@'127.0.0.1';"; } | client 1
  join 2
  join 3
}

join() { member "$1" && start_replication "$1"; }

command_line "$@"
