/** A short fingerprint (FNV-1a, 53 bits) of what a row says. */
export function digestOf(values: Readonly<Record<string, unknown>>): string {
  const words = JSON.stringify(values);
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
