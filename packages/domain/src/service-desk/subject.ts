/** SRV-04: a request has a name in the queue: what was given as its subject, else the first thing the customer said. */

const MOST = 30
const GREETING = /^(?:您好|你好|早上好|下午好|请问|喂|在吗)[，,。！!？?、~～\s]*/

export function subjectOf(given: string, text: string): string {
  if (given.trim() !== '') return given.trim()
  let said = text.trim()
  for (let before = ''; before !== said; ) {
    before = said
    said = said.replace(GREETING, '')
  }
  const [first = ''] = (said || text.trim()).split(/[\n。！!？?；;]/)
  const letters = [...first.trim()]
  return letters.length > MOST ? `${letters.slice(0, MOST).join('')}…` : letters.join('')
}
