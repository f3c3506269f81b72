# A PostgreSQL of the tests' own, behind a socket in a folder of its own. Sourced:
#   postgresql_start   sets TOOLGEN_TEST_POSTGRESQL, or says why not; never fails
#   postgresql_stop    ends it and removes the folder
postgresql_folder=""
postgresql_bin=""

# As the unprivileged account that the server wants, where this is root.
postgresql_as() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgresql_find() {
  postgresql_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$postgresql_bin" ] || postgresql_bin=$(dirname "$(command -v initdb 2>/dev/null || echo /none/initdb)")
  [ -x "$postgresql_bin/initdb" ] && [ -x "$postgresql_bin/pg_ctl" ]
}

postgresql_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  # No cluster of the package's own, which would be started and stay.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  timeout 20 apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive timeout 50 apt-get install -y -qq --no-install-recommends postgresql >/dev/null 2>&1
}

postgresql_start() {
  if [ -n "${TOOLGEN_TEST_POSTGRESQL:-}" ]; then echo "PostgreSQL: as TOOLGEN_TEST_POSTGRESQL says"; return 0; fi
  if ! postgresql_find && ! { postgresql_install && postgresql_find; }; then echo "PostgreSQL: not installed; its tests are inconclusive"; return 0; fi
  if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then echo "PostgreSQL: no account postgres to run it; its tests are inconclusive"; return 0; fi
  postgresql_folder=$(mktemp -d /tmp/toolgen-pg.XXXXXX)
  if [ "$(id -u)" = 0 ]; then chown postgres "$postgresql_folder"; fi
  if postgresql_as "$postgresql_bin/initdb" -D "$postgresql_folder/data" -U toolgen -A trust -E UTF8 --locale=C --no-sync >"$postgresql_folder.log" 2>&1 &&
    postgresql_as "$postgresql_bin/pg_ctl" -D "$postgresql_folder/data" -w -t 20 -l "$postgresql_folder/log" \
      -o "-c listen_addresses='' -c unix_socket_directories='$postgresql_folder' -c fsync=off -c max_connections=50" start >>"$postgresql_folder.log" 2>&1; then
    export TOOLGEN_TEST_POSTGRESQL="Host=$postgresql_folder;Username=toolgen;Database=postgres"
    echo "PostgreSQL: $("$postgresql_bin/pg_ctl" --version)"
  else
    echo "PostgreSQL: does not start; its tests are inconclusive"
    tail -n 5 "$postgresql_folder.log"
    postgresql_stop
  fi
  return 0
}

postgresql_stop() {
  [ -n "$postgresql_folder" ] || return 0
  postgresql_as "$postgresql_bin/pg_ctl" -D "$postgresql_folder/data" -m immediate -w -t 10 stop >/dev/null 2>&1 || true
  rm -rf "$postgresql_folder" "$postgresql_folder.log"
  postgresql_folder=""
  unset TOOLGEN_TEST_POSTGRESQL
}
