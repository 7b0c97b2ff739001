/** POR-02: some browsers stop speaking after about fifteen seconds, so a page is read sentence by sentence. */
const LONGEST = 120

export function sentencesToSpeak(text: string): string[] {
  const pieces: string[] = []
  for (const line of text.split('\n')) {
    for (const sentence of line.replace(/([。！？；]|[.!?;] )/g, '$1\n').split('\n')) {
      let rest = sentence.trim()
      while (rest.length > LONGEST) {
        const comma = Math.max(rest.lastIndexOf('，', LONGEST), rest.lastIndexOf(',', LONGEST))
        const at = comma > 0 ? comma + 1 : LONGEST
        pieces.push(rest.slice(0, at))
        rest = rest.slice(at)
      }
      if (rest) pieces.push(rest)
    }
  }
  return pieces
}
