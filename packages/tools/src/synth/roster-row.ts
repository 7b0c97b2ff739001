/** One line of the roster as the civil-affairs office writes it. */
export type RosterRow = {
  readonly name: string
  readonly idNumber: string
  readonly sex: string
  readonly address: string
  readonly street: string
  readonly village: string
  readonly villageCode: string
  readonly phone: string
  readonly status: string
  readonly movedInOn: string
  /** The day of death or of moving away; empty while registered. */
  readonly statusOn: string
}

export const ROSTER_COLUMNS = [
  '姓名',
  '身份证号',
  '性别',
  '户籍地址',
  '镇街',
  '村居',
  '村居代码',
  '电话',
  '户籍状态',
  '户籍迁入日期',
  '户籍状态变动日期',
] as const

export const REGISTERED = '在册'
export const MOVED_AWAY = '迁出'
export const DEAD = '死亡'

export function cellsOf(row: RosterRow): string[] {
  return [
    row.name,
    row.idNumber,
    row.sex,
    row.address,
    row.street,
    row.village,
    row.villageCode,
    row.phone,
    row.status,
    row.movedInOn,
    row.statusOn,
  ]
}

export function rowOfCells(columns: readonly string[], cells: readonly string[]): RosterRow {
  const at = (column: string): string => cells[columns.indexOf(column)] ?? ''
  return {
    name: at('姓名'),
    idNumber: at('身份证号'),
    sex: at('性别'),
    address: at('户籍地址'),
    street: at('镇街'),
    village: at('村居'),
    villageCode: at('村居代码'),
    phone: at('电话'),
    status: at('户籍状态'),
    movedInOn: at('户籍迁入日期'),
    statusOn: at('户籍状态变动日期'),
  }
}
