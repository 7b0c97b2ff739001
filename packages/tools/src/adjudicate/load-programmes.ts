/** Reads the programme versions and standards the project ships (`config/`), through the same parsers as everyone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseProgrammeVersion, parseStandard } from '@anpei/domain/programme'
import type { ProgrammeVersion, Programmes, Standards } from '@anpei/domain/programme'

const CONFIG = fileURLToPath(new URL('../../../../config/', import.meta.url))

/** Programme → versions, earliest first; throws if a shipped file cannot be read, which is our fault. */
export function loadProgrammes(folder: string = join(CONFIG, 'programmes')): Programmes {
  const programmes = new Map<string, ProgrammeVersion[]>()
  for (const file of jsonFilesBelow(folder)) {
    const parsed = parseProgrammeVersion(readJson(file))
    if (!parsed.ok) throw new Error(`${file}: ${String(parsed.facts['problems'])}`)
    const versions = programmes.get(parsed.value.programme) ?? []
    versions.push(parsed.value)
    programmes.set(parsed.value.programme, versions)
  }
  for (const versions of programmes.values()) versions.sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1))
  return programmes
}

export function loadStandards(file: string = join(CONFIG, 'standards', 'jrt0083.json')): Standards {
  const parsed = parseStandard(readJson(file))
  if (!parsed.ok) throw new Error(`${file}: ${String(parsed.facts['problems'])}`)
  return new Map([[parsed.value.id, parsed.value]])
}

function jsonFilesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
