/** Text in GBK, as Notepad on a Chinese Windows saves it. */
export function gbkOf(text: string): Buffer {
  const codes = gbkCodes();
  return Buffer.concat(
    Array.from(text).map((character) => codes.get(character) ?? Buffer.from('?')),
  );
}

/** Node only decodes GBK; the way back is found by decoding every code there is. */
function gbkCodes(): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, Buffer>();
  for (let ascii = 0; ascii < 0x80; ascii += 1) {
    codes.set(String.fromCharCode(ascii), Buffer.from([ascii]));
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if (character.length === 1 && !codes.has(character)) codes.set(character, bytes);
    }
  }
  return codes;
}
