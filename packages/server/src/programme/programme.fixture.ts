/**
 * What the tests of this row share: the programme, roster files as an office writes them, and imports through the door.
 */
import { decideDifferences, getImport, listProgrammes, startImport } from '@anpei/contract/programme'
import { idCheckCharacter } from '@anpei/domain/customers'
import { openWorld, type Caller, type World } from '../testing/index.ts'
import { testPeople } from '../testing/test-people.ts'

export { openWorld, testPeople }

export async function programmeOf(world: World) {
  const manager = await world.as('pm')
  const { programmes } = await manager(listProgrammes, {})
  const [programme] = programmes
  if (!programme) throw new Error('no programme')
  return programme
}

/** The columns in an office's own order and words. */
const HEADER = '姓名,身份证号,性别,户籍地址,镇街,村居,村居代码,电话,户籍状态,户籍迁入日期,户籍状态变动日期'

export type Elder = {
  readonly name: string
  readonly birthOn: string
  readonly order: number
  readonly village?: string
  readonly phone?: string
  readonly status?: string
  readonly statusOn?: string
  readonly movedInOn?: string
  readonly sex?: string
  readonly idNumber?: string
}

export function idNumberOf(elder: Elder): string {
  const stem = `440524${elder.birthOn.replaceAll('-', '')}${String(elder.order).padStart(3, '0')}`
  return elder.idNumber ?? stem + idCheckCharacter(stem)
}

function line(elder: Elder): string {
  const sex = elder.sex ?? (elder.order % 2 === 1 ? '男' : '女')
  return [
    elder.name,
    idNumberOf(elder),
    sex,
    '广东省汕头市潮南区峡山街道峡山居委会1号',
    '峡山街道',
    '',
    elder.village ?? '440514001001',
    elder.phone ?? '',
    elder.status ?? '在册',
    elder.movedInOn ?? elder.birthOn,
    elder.statusOn ?? '',
  ].join(',')
}

export function fileOf(elders: readonly Elder[]): string {
  return `${[HEADER, ...elders.map(line)].join('\n')}\n`
}

export async function upload(
  world: World,
  kind: 'initial' | 'monthly',
  asOfOn: string,
  table: string | Uint8Array,
  caller?: Caller,
) {
  const manager = caller ?? (await world.as('pm'))
  const { id: programmeId } = await programmeOf(world)
  const bytes = typeof table === 'string' ? new TextEncoder().encode(table) : table
  const started = await manager(
    startImport,
    { body: { programmeId, kind, asOfOn } },
    { files: [{ field: 'table', file: new Blob([new Uint8Array(bytes)]), name: '名册.csv' }] },
  )
  await world.runJobs()
  return manager(getImport, { params: { importId: started.id } })
}

/** An import whose changes a second person confirmed at once. */
export async function uploadInForce(world: World, kind: 'initial' | 'monthly', asOfOn: string, table: string) {
  const { id } = await upload(world, kind, asOfOn, table)
  return confirmAll(world, id)
}

export async function confirmAll(world: World, importId: string) {
  const head = await world.as('head')
  return head(decideDifferences, { params: { importId }, body: { act: 'confirm' } })
}
