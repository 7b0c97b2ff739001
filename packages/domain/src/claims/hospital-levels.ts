/**
 * CLM-08: the level of a hospital is what the register says of the day of admission. Where the person who judges finds
 * otherwise, the reason stands beside it; without one nothing but the register counts. Of a hospital or a day the
 * register says nothing of, the person's word stands.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { hospitalOnDay, LEVEL_WORDS, type HospitalOnDay, type HospitalRecord, type Stay } from '../programme/index.ts'

export type HospitalOfRegister = HospitalRecord & { readonly id: string }
export type JudgedStay = Stay & {
  readonly hospital: string
  /** In the register; null = not found there. */
  readonly hospitalId: string | null
  /** Why the person differs from the register; empty = they do not. */
  readonly levelReason: string
  readonly register: HospitalOnDay | null
}

/** The stays with what the register says; a hospital is known by its id, or by a name only one hospital bears. */
export function decideStayLevels<S extends JudgedStay>(
  stays: readonly S[],
  register: readonly HospitalOfRegister[],
): Decision<S[]> {
  const read: S[] = []
  for (const stay of stays) {
    const hospital = hospitalOfStay(stay, register)
    if (hospital === undefined) {
      if (stay.hospitalId !== null) return refuse('claim.hospital_unknown', { hospital: stay.hospital })
      read.push({ ...stay, register: null })
      continue
    }
    const said = hospitalOnDay(hospital, stay.admittedOn)
    const differs = differsFrom(said, stay)
    if (differs && stay.levelReason.trim() === '') {
      return refuse('claim.hospital_level_differs', {
        hospital: hospital.name,
        admittedOn: stay.admittedOn,
        level: said.level === null ? '未定级' : LEVEL_WORDS[said.level],
        recognised: said.recognised ? '，经认可' : '',
      })
    }
    read.push({
      ...stay,
      hospital: stay.hospital || hospital.name,
      hospitalId: hospital.id,
      hospitalLevel: stay.hospitalLevel ?? said.level,
      recognised: differs ? stay.recognised : stay.recognised || said.recognised,
      levelReason: differs ? stay.levelReason : '',
      register: said,
    })
  }
  return ok(read)
}

function hospitalOfStay(stay: JudgedStay, register: readonly HospitalOfRegister[]): HospitalOfRegister | undefined {
  if (stay.hospitalId !== null) return register.find((one) => one.id === stay.hospitalId)
  const named = register.filter((one) => one.name === stay.hospital || one.aliases.includes(stay.hospital))
  return stay.hospital !== '' && named.length === 1 ? named[0] : undefined
}

/** Nobody differs by saying nothing. */
function differsFrom(said: HospitalOnDay, stay: JudgedStay): boolean {
  const level = said.level !== null && stay.hospitalLevel !== null && stay.hospitalLevel !== said.level
  return level || (stay.recognised && !said.recognised)
}

/** The stays by the register as it now stands; whoever differed with a reason still does (CLM-16). */
export function staysAsKnown<S extends JudgedStay>(
  stays: readonly S[],
  register: readonly HospitalOfRegister[],
): { readonly stays: S[]; readonly corrected: boolean } {
  let corrected = false
  const now = stays.map((stay) => {
    const hospital = stay.hospitalId === null ? undefined : register.find((one) => one.id === stay.hospitalId)
    if (!hospital || stay.levelReason !== '') return stay
    const said = hospitalOnDay(hospital, stay.admittedOn)
    const hospitalLevel = said.level ?? stay.hospitalLevel
    if (hospitalLevel === stay.hospitalLevel && said.recognised === stay.recognised) return stay
    corrected = true
    return { ...stay, hospitalLevel, recognised: said.recognised, register: said }
  })
  return { stays: now, corrected }
}
