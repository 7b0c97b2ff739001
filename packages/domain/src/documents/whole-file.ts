/**
 * CLM-05: whether a file came whole. A photo or PDF that broke off while it was sent lacks the mark its format ends
 * with (ITU T.81 B.1.1.3 EOI, PNG 1.2 IEND, ISO 32000 §7.5.5 %%EOF, the length a RIFF names). What a telephone adds
 * behind the mark, a film or its own notes, is no fault; where a format tells nothing, the file counts as whole.
 */
export function isWholeFile(bytes: Uint8Array, mediaType: string): boolean {
  switch (mediaType) {
    case 'image/jpeg':
      return isWholeJpeg(bytes)
    case 'image/png':
      return find(bytes, [...'IEND'].map(codeOf), 8) >= 0
    case 'application/pdf':
      return find(bytes, [...'%%EOF'].map(codeOf), 0) >= 0
    case 'image/webp':
      return bytes.length >= lengthOfRiff(bytes)
    default:
      return true
  }
}

const SCAN = 0xda
const MARKER = 0xff
const END_OF_IMAGE = [MARKER, 0xd9]

/** Its end stands behind the first scan: a preview inside the head has an end of its own. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  let at = 2
  while (bytes[at] === MARKER && bytes[at + 1] !== SCAN) at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
  return find(bytes, END_OF_IMAGE, at) >= 0
}

/** Of the whole file: the length behind `RIFF` counts what follows it. */
function lengthOfRiff(bytes: Uint8Array): number {
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = bytes.subarray(4, 8)
  return 8 + b0 + b1 * 0x100 + b2 * 0x10000 + b3 * 0x1000000
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0)
}

function find(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  }
  return -1
}
