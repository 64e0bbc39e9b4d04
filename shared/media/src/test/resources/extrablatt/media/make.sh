#!/usr/bin/env bash
# Makes the sample files beside it: test patterns and sine tones, a few seconds each. Needs ffmpeg, ImageMagick,
# cwebp, avifenc and exiftool.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
pattern="testsrc=size=320x180:rate=25:duration=2"
tone="sine=frequency=440:duration=2"
make() { ffmpeg -v error -y -fflags +bitexact "$@"; }
x264="-c:v libx264 -preset veryslow -crf 40 -pix_fmt yuv420p"
aac="-c:a aac -b:a 16k -ac 1"
made="-metadata creation_time=2026-03-14T10:00:00Z"
# shellcheck disable=SC2086
{
  make -f lavfi -i "$pattern" -f lavfi -i "$tone" $x264 $aac $made last.mp4
  make -i last.mp4 -c copy $made -movflags +faststart first.mp4
  make -i last.mp4 -c copy -movflags +frag_keyframe+empty_moov+default_base_moof fragmented.mp4
  make -i last.mp4 -c copy -movflags +frag_keyframe+empty_moov+default_base_moof+dash+global_sidx indexed.mp4
  make -i last.mp4 -c copy -metadata:s:v rotate=90 rotated.mp4
  make -i last.mp4 -c copy $made -f mov film.mov
  make -f lavfi -i "$tone" $aac sound.m4a
  make -f lavfi -i "$pattern" -c:v libx265 -x265-params log-level=error -tag:v hvc1 -crf 40 hevc.mp4
  make -f lavfi -i "$pattern" -c:v libaom-av1 -crf 60 -cpu-used 8 -t 0.4 av1.mp4
  make -f lavfi -i "$pattern" -f lavfi -i "$tone" -c:v libvpx-vp9 -crf 60 -b:v 0 -c:a libopus -b:a 12k film.webm
  make -i film.webm -c copy -f webm -live 1 - >live.webm
  make -i last.mp4 -c copy film.mkv
}
convert -size 640x360 gradient:navy-white -quality 40 wide.jpg
for turn in 3 6 8; do
  cp wide.jpg "turned$turn.jpg"
  exiftool -q -overwrite_original -n "-Orientation=$turn" "turned$turn.jpg"
done
convert wide.jpg -colorspace CMYK -quality 40 cmyk.jpg
convert -size 200x100 'radial-gradient:red-#00000000' alpha.png
convert -size 400x300 gradient:black-white -colorspace Gray gray.png
cwebp -quiet -q 20 wide.jpg -o lossy.webp
cwebp -quiet -lossless alpha.png -o lossless.webp
cwebp -quiet -q 20 alpha.png -o alpha.webp
avifenc -s 10 --min 40 --max 50 wide.jpg picture.avif >/dev/null
