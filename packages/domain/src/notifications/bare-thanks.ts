/**
 * NTF-03, SRV-02: an answer to a notice that only says it was read ("收到，谢谢", "好的", "1") asks nothing of us; anything
 * more is a message to the service desk.
 */
// No two of these together make a third: a text is read in one way only, or a long one would be read in billions.
const BARE =
  /^(?:收到|已收到|知道|已知悉|明白|了解|好|好的|好滴|好嘞|嗯|行|可以|是|是的|ok|okay|谢谢|谢谢你|谢谢您|多谢|感谢|辛苦了|1|了)+$/i

export function isBareThanks(text: string): boolean {
  const words = text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')
  // A thumb up alone says the same.
  if (words === '') return /[\p{S}]/u.test(text)
  return BARE.test(words)
}
