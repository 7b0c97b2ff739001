/** What `npm run import-complaints` is asked. */
import { parseArgs } from 'node:util'

export type ComplaintFile = {
  readonly file: string
  /** Code of the institution whose history it is. */
  readonly institution: string
  /** Whose numbers these are. */
  readonly series: string
  readonly mapping: string | null
  readonly rehearses: boolean
  readonly rejects: string
}

export const USAGE =
  '用法 usage: npm run import-complaints -- FILE --institution HO [--mapping 名称] [--series 原系统] ' +
  '[--rehearse] [--rejects FILE2]'

/** The options, or what is wrong with them. */
export function readOptions(args: readonly string[]): ComplaintFile | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        institution: { type: 'string' },
        mapping: { type: 'string' },
        series: { type: 'string', default: '原系统' },
        rehearse: { type: 'boolean', default: false },
        rejects: { type: 'string' },
      },
    })
    const [file, ...rest] = positionals
    if (file === undefined || rest.length > 0) return 'FILE'
    if (values.institution === undefined) return '--institution'
    return {
      file,
      institution: values.institution,
      series: values.series,
      mapping: values.mapping ?? null,
      rehearses: values.rehearse,
      rejects: values.rejects ?? `${file.replace(/\.(csv|xlsx)$/i, '')}.rejected.csv`,
    }
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}
