set -eu
wrong=0
while IFS=: read -r id version; do
  [ -n "$id" ] || continue
  file=$PLUGIN_FOLDER/$id.jpi
  [ -e "$file" ] || file=$PLUGIN_FOLDER/$id.hpi
  found=$(unzip -p "$file" META-INF/MANIFEST.MF 2> /dev/null | tr -d '\r' | sed -n 's/^Plugin-Version: *\([^ ]*\).*/\1/p') || true
  if [ "$found" != "$version" ]; then
    echo "plugin $id: ${found:-none}, wanted $version" >&2
    wrong=1
  fi
done < "$PLUGIN_LIST"
if [ "$wrong" = 1 ]; then
  echo "make the image anew with this list: jenkins-plugin-cli --plugin-file plugins.txt --latest false" >&2
fi
exit "$wrong"
