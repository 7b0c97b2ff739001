/** What `npm run import-roster` is asked. */
import { parseArgs } from 'node:util'
import { isDay, type Day } from '@anpei/domain/kernel'

export type ImportOptions = {
  readonly file: string
  readonly kind: 'initial' | 'monthly'
  /** The day the roster describes. */
  readonly asOfOn: Day
  readonly programme: string
  /** Where the rejected rows go, with their reasons. */
  readonly rejects: string
}

export const USAGE =
  '用法 usage: npm run import-roster -- FILE [--kind initial|monthly] [--as-of 2026-10-01] ' +
  '[--programme chaonan] [--rejects FILE2]'

/** The options, or the sentence that says what is wrong with them. */
export function readOptions(args: readonly string[], today: Day): ImportOptions | string {
  let given: ReturnType<typeof parse>
  try {
    given = parse(args)
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
  const { values, positionals } = given
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) return 'FILE'
  const { kind } = values
  if (kind !== 'initial' && kind !== 'monthly') return `--kind ${kind}: initial, monthly`
  const asOfOn = values['as-of'] ?? today
  if (!isDay(asOfOn)) return `--as-of ${asOfOn}: YYYY-MM-DD`
  return {
    file,
    kind,
    asOfOn,
    programme: values.programme,
    rejects: values.rejects ?? `${file.replace(/\.(csv|xlsx)$/i, '')}.rejected.csv`,
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kind: { type: 'string', default: 'initial' },
      'as-of': { type: 'string' },
      programme: { type: 'string', default: 'chaonan' },
      rejects: { type: 'string' },
    },
  })
}
