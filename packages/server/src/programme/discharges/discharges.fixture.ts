/** Discharge lists as hospitals write them, taken in through the door. */
import { getImport, startDischargeImport } from '@anpei/contract/programme'
import type { World } from '../../testing/index.ts'
import { programmeOf } from '../programme.fixture.ts'

const HEADER = '姓名,身份证号,医院,入院日期,出院日期,诊断,损伤编码'

type Who = { readonly name: string; readonly idNumber: string }

export function stayLine(who: Who, from: string, to: string, diagnosis = '股骨颈骨折', code = 'S72.0'): string {
  return [who.name, who.idNumber, '潮南区人民医院', from, to, diagnosis, code].join(',')
}

export function listOf(lines: readonly string[]): string {
  return `${[HEADER, ...lines].join('\n')}\n`
}

export async function uploadStays(world: World, list: string | Uint8Array, asOfOn = '2026-11-20') {
  const manager = await world.as('pm')
  const { id: programmeId } = await programmeOf(world)
  const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list
  const started = await manager(
    startDischargeImport,
    { body: { programmeId, asOfOn } },
    { files: [{ field: 'table', file: new Blob([new Uint8Array(bytes)]), name: '出院名单.csv' }] },
  )
  await world.runJobs()
  return manager(getImport, { params: { importId: started.id } })
}
