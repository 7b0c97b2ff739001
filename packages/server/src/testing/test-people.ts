/** A handful of synthetic people every test database knows, covered from the programme's first day unless said. */
import { parseIdNumber } from '@anpei/domain/customers'
import type { ResidenceFact } from '@anpei/domain/programme'
import type { Vault } from '../crypto/index.ts'
import { insertPerson } from '../customers/index.ts'
import type { Db } from '../db/index.ts'
import { saveMember, seedProgrammes } from '../programme/index.ts'

export type TestPerson = {
  readonly name: string
  readonly idNumber: string
  readonly phone: string | null
  readonly village: string
  readonly residence: readonly ResidenceFact[]
}

const always: readonly ResidenceFact[] = [{ status: 'resident', from: '1980-01-01', to: null }]

export const testPeople = {
  chen: {
    name: '陈秀英',
    idNumber: '440524194001150018',
    phone: '13800000001',
    village: '440514001001',
    residence: always,
  },
  lin: {
    name: '林玉兰',
    idNumber: '440524195307020245',
    phone: '13800000002',
    village: '440514001002',
    residence: always,
  },
  zheng: {
    name: '郑建国',
    idNumber: '44052419651231137X',
    phone: '0754-81234567',
    village: '440514001003',
    residence: always,
  },
  huang: { name: '黄锡坤', idNumber: '440582194001150011', phone: null, village: '440514001004', residence: always },
  wu: {
    name: '吴惠珠',
    idNumber: '440582195307020249',
    phone: '13800000005',
    village: '440514001001',
    residence: always,
  },
  /** Turns 60 on 2025-12-31: covered from 2026-01-01. */
  zhou: {
    name: '周汉标',
    idNumber: '440582196512311373',
    phone: '13800000006',
    village: '440514001002',
    residence: always,
  },
  /** Too young: never covered. */
  li: {
    name: '李晓敏',
    idNumber: '440514200411052088',
    phone: '13800000007',
    village: '440514001003',
    residence: always,
  },
  /** Moved away on 2026-03-01: covered to the end of that policy year. */
  ma: {
    name: '马楚卿',
    idNumber: '440514194001150015',
    phone: '13800000008',
    village: '440514001001',
    residence: [
      { status: 'resident', from: '1980-01-01', to: '2026-03-01' },
      { status: 'moved_away', from: '2026-03-02', to: null },
    ],
  },
  zhang: {
    name: '张镇河',
    idNumber: '440514195307020242',
    phone: '13800000009',
    village: '440514001002',
    residence: always,
  },
} as const satisfies Record<string, TestPerson>

export async function seedTestPeople(db: Db, tenantId: number, vault: Vault, now: string): Promise<void> {
  await seedProgrammes(db, tenantId, now)
  const { id: programmeId } = await db
    .selectFrom('programme')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  for (const one of Object.values(testPeople)) {
    const id = parseIdNumber(one.idNumber)
    if (!id.ok) throw new Error(`${one.name}: ${id.code}`)
    const { birthOn, sex } = id.value
    const personId = await insertPerson(db, tenantId, vault, now, {
      name: one.name,
      sex,
      birthOn,
      idNumber: id.value.idNumber,
      phone: one.phone,
      address: '广东省汕头市潮南区',
      villageCode: one.village,
    })
    await saveMember(db, tenantId, now, {
      programmeId,
      personId,
      birthOn,
      villageCode: one.village,
      residence: one.residence,
    })
  }
}
