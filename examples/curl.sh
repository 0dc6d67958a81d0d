#!/bin/sh
# The API without an SDK. Needs TERMINUS_BASE_URL and TERMINUS_API_KEY, for instance from the banner of `npm start`.
set -eu
: "${TERMINUS_BASE_URL:?Set TERMINUS_BASE_URL, for instance to http://127.0.0.1:4010}"
: "${TERMINUS_API_KEY:?Set TERMINUS_API_KEY to the key that the mock printed}"

echo "Workspaces:"
curl --fail --silent --show-error "$TERMINUS_BASE_URL/api/v1/workspaces" \
  -H "Authorization: Bearer $TERMINUS_API_KEY"

echo
echo "A new key:"
created=$(curl --fail --silent --show-error -X POST "$TERMINUS_BASE_URL/api/v1/api_keys" \
  -H "Authorization: Bearer $TERMINUS_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{"name": "CI pipeline"}')
id=$(printf '%s' "$created" | sed -n 's/.*"id":"\([^"]*\)".*/\1/p')
echo "$id"

echo "The second page of records, two to a page:"
curl --fail --silent --show-error "$TERMINUS_BASE_URL/api/v1/records?limit=2&page=2" \
  -H "Authorization: Bearer $TERMINUS_API_KEY"

echo
echo "Deleting the key:"
curl --fail --silent --show-error -o /dev/null -w '%{http_code}\n' -X DELETE "$TERMINUS_BASE_URL/api/v1/api_keys/$id" \
  -H "Authorization: Bearer $TERMINUS_API_KEY"
