#!/bin/sh
# Copies _site/ to a bucket: s3.sh my-bucket [CloudFront distribution]
# New files first and old ones last, so that no page ever asks for what is not there.
set -eu
bucket=$1
distribution=${2:-}

aws s3 sync _site/assets "s3://$bucket/assets" --cache-control "public, max-age=31536000, immutable"
aws s3 sync _site "s3://$bucket" --exclude "assets/*" --cache-control "no-cache"
aws s3 sync _site "s3://$bucket" --delete --size-only

if [ -n "$distribution" ]; then
  aws cloudfront create-invalidation --distribution-id "$distribution" --paths "/*"
fi
