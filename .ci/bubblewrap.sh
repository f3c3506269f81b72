# bubblewrap, for the tests of the sandbox's strongest level. Sourced:
#   bubblewrap_install   installs it where this machine lets that be done, or says why not; never fails
bubblewrap_install() {
  if ! command -v bwrap >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    timeout 20 apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive timeout 50 apt-get install -y -qq --no-install-recommends bubblewrap >/dev/null 2>&1
  fi
  bwrap --version 2>/dev/null || echo "bubblewrap: not installed; its tests are inconclusive"
  return 0
}
