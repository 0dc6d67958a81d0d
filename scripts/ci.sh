#!/usr/bin/env bash
# What must be green before anything lands: the README's test command on a clean clone, then the suites that need other runtimes
# and foreign tools, which `npm ci` does not install.
set -euo pipefail
cd "$(dirname "$0")/.."
export CI=true
npm ci
npm test
npm run test:runtimes
npm run proxy-check
npm run bench -w sdk -- --quick
npm run bench -w mock-server -- --quick
