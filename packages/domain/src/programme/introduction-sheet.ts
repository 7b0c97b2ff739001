/**
 * SRV-07: the sheet an elder reads and hears, made from a published version alone: what is covered, what is not, limits
 * and conditions, what the customer has to do, and the customer's rights. Exclusions, deductibles, ratios and limits of
 * days bind only where they were pointed out and explained (保险法 17, 解释二 9–13): those sections must be explained
 * and confirmed. Every sentence that rests on a number of the version carries its source clause.
 */
import { formatYuan, type Fen } from '../kernel/index.ts'
import { printedDay } from '../notifications/index.ts'
import { LEVEL_WORDS } from './hospital.ts'
import { SHEET_SECTIONS, type SheetSectionCode } from './introduction-words.ts'
import type { Benefit, DocumentList, Exclusion, ProgrammeVersion, Sources, TransportBenefit } from './version.ts'

export type SheetPoint = { readonly text: string; readonly source: string }
export type SheetSection = {
  readonly code: SheetSectionCode
  readonly title: string
  readonly points: readonly SheetPoint[]
}

/** Without these an introduction is not one: what is bought, and what binds only if it was explained. */
export const MUST_EXPLAIN = ['cover', 'exclusion', 'limit'] as const satisfies readonly SheetSectionCode[]

export function introductionSheet(version: ProgrammeVersion): readonly SheetSection[] {
  const section = (code: SheetSectionCode, points: readonly SheetPoint[]): SheetSection => ({
    code,
    title: SHEET_SECTIONS[code],
    points,
  })
  return [
    section('cover', [...framePoints(version), ...version.benefits.map(coverPoint)]),
    section(
      'exclusion',
      version.exclusions.map((one) => exclusionPoint(one, version.benefits)),
    ),
    section('limit', [...version.benefits.flatMap(limitPoints), ...frameLimits(version)]),
    section('duty', [...DUTIES, ...version.documents.flatMap(documentPoint)]),
    section('remedy', [...promisePoints(version), ...RIGHTS, ...version.notes.map((text) => ({ text, source: '' }))]),
  ]
}

/** 3,000 元: yuan as people say it, without fen where there are none. */
export function plainYuan(fen: Fen): string {
  return `${formatYuan(fen).replace('¥', '').replace(/\.00$/, '')} 元`
}

/** 二级及以上. */
export function levelAndAbove(level: number): string {
  if (level >= 3) return LEVEL_WORDS[3]
  return `${level === 2 ? LEVEL_WORDS[2] : LEVEL_WORDS[1]}及以上`
}

function framePoints({ eligibility, premium, inForceFrom, inForceTo }: ProgrammeVersion): SheetPoint[] {
  const until = inForceTo === null ? '起' : `到${printedDay(inForceTo)}`
  return [
    {
      text: `${eligibility.district}、满 ${eligibility.minAge} 周岁的人可以参加。`,
      source: eligibility.sources.minAge ?? '',
    },
    { text: `保障期间：${printedDay(inForceFrom)}${until}。`, source: '' },
    { text: `保费：每人每年 ${plainYuan(premium.perHeadFen)}。`, source: premium.sources.perHeadFen ?? '' },
  ]
}

function coverPoint(benefit: Benefit): SheetPoint {
  const { title, sources } = benefit
  switch (benefit.kind) {
    case 'lumpSum':
      return { text: `${title}：因为意外去世，付 ${plainYuan(benefit.sumFen)}。`, source: sources.sumFen ?? '' }
    case 'scale': {
      const { percentByGrade, sumFen } = benefit
      const share = (percent: number): string => plainYuan((sumFen * BigInt(percent)) / 100n)
      const [most = 0, least = 0] = [percentByGrade[0], percentByGrade.at(-1)]
      const span = `最重的付 ${share(most)}，最轻的付 ${share(least)}`
      const text = `${title}：因为意外落下残疾，按轻重分 ${percentByGrade.length} 级，${span}。`
      return { text, source: joined(sources, ['sumFen', 'percentByGrade']) }
    }
    case 'perDiem':
      return {
        text: `${title}：因为意外住院，每天付 ${plainYuan(benefit.perDayFen)}。`,
        source: sources.perDayFen ?? '',
      }
    case 'transport':
      return {
        text: `${title}：坐车、坐船、坐飞机时出意外去世，${transportSums(benefit)}。`,
        source: sources.sumFenByVehicle ?? '',
      }
    case 'reimbursement': {
      if (benefit.pricing === null) return { text: `${title}：付多少由人按合同认定，这里没有写明的金额。`, source: '' }
      const { ratioBps, limitFen } = benefit.pricing
      const text = `${title}：因为意外住院的医疗费，按 ${ratioBps / 100}% 报销，最多 ${plainYuan(limitFen)}。`
      return { text, source: joined(sources, ['ratioBps', 'limitFen']) }
    }
  }
}

function transportSums({ sumFenByVehicle: sums }: TransportBenefit): string {
  return [
    `公交车、出租车等营运车辆付 ${plainYuan(sums.commercialRoad)}`,
    `地铁等轨道交通付 ${plainYuan(sums.rail)}`,
    `客轮付 ${plainYuan(sums.ship)}`,
    `飞机付 ${plainYuan(sums.air)}`,
  ].join('，')
}

/** Limits of one benefit, in the words of who has to live with them. */
function limitPoints(benefit: Benefit): SheetPoint[] {
  const { title, sources } = benefit
  const within = (days: number, what: string): SheetPoint => ({
    text: `${title}：要在意外发生后 ${days} 天以内${what}，过了这个天数的不付。`,
    source: sources.withinDays ?? '',
  })
  switch (benefit.kind) {
    case 'lumpSum':
      return [
        within(benefit.withinDays, '去世'),
        ...(benefit.deductsDisabilityPaid
          ? [{ text: `${title}：同一次意外已经付过的残疾金要减去。`, source: sources.deductsDisabilityPaid ?? '' }]
          : []),
      ]
    case 'scale':
      return [
        within(benefit.withinDays, '造成残疾'),
        {
          text: `${title}：残疾等级按国家的行业标准评定，达不到最轻一级的不付。`,
          source: joined(sources, ['percentByGrade', 'standard']),
        },
      ]
    case 'perDiem': {
      const recognised = benefit.recognisedCounts ? '，或者保险公司认可的医院' : ''
      const { maxDaysPerStay, maxDaysPerYear, maxFenPerYear } = benefit
      const year = `一年最多 ${maxDaysPerYear} 天、${plainYuan(maxFenPerYear)}`
      return [
        {
          text: `${title}：要住${levelAndAbove(benefit.minHospitalLevel)}医院${recognised}。`,
          source: sources.minHospitalLevel ?? '',
        },
        {
          text: `${title}：每次住院最多付 ${maxDaysPerStay} 天，${year}。`,
          source: joined(sources, ['maxDaysPerStay', 'maxDaysPerYear', 'maxFenPerYear']),
        },
      ]
    }
    case 'transport':
      return [
        within(benefit.withinDays, '去世'),
        { text: `${title}：只付给乘客。坐私家车的，按普通意外付。`, source: sources.sumFenByVehicle ?? '' },
      ]
    case 'reimbursement': {
      const { pricing } = benefit
      if (pricing === null) return []
      const first = pricing.offsetsSocialInsurance ? '先减去医保已经报的，再' : '先'
      const rest = `减去免赔额 ${plainYuan(pricing.deductibleFen)}，剩下的按 ${pricing.ratioBps / 100}% 付`
      return [
        {
          text: `${title}：${first}${rest}。`,
          source: joined(sources, ['deductibleFen', 'ratioBps']),
        },
      ]
    }
  }
}

function frameLimits({ parameters, benefits }: ProgrammeVersion): SheetPoint[] {
  const { stacking, aggregate, movingAway, sources } = parameters
  const transport = benefits.some(({ kind }) => kind === 'transport')
  const add = stacking === 'add' ? '在意外去世的钱以外另付' : '代替意外去世的钱，不两样都付'
  return [
    ...(transport ? [{ text: `坐车坐船坐飞机的那笔钱，${add}。`, source: sources.stacking ?? '' }] : []),
    {
      text: `去世和残疾的限额，按${aggregate === 'perAccident' ? '每一次意外' : '每一个保单年度'}算。`,
      source: sources.aggregate ?? '',
    },
    {
      text: `户口迁走的，保障到${movingAway === 'endOfPolicyYear' ? '这个保单年度的最后一天' : '迁走的那一天'}。`,
      source: sources.movingAway ?? '',
    },
  ]
}

function exclusionPoint({ title, effect, appliesTo, source }: Exclusion, benefits: readonly Benefit[]): SheetPoint {
  const touched = benefits.filter(({ code }) => appliesTo.includes(code))
  const what = touched.length === benefits.length ? '' : `${touched.map((one) => one.title).join('、')}：`
  const text =
    effect === 'refuse'
      ? `${what}因为${title}的，不赔。`
      : `${what}因为${title}的，一般不赔；法律另有规定的，由人来认定。`
  return { text, source }
}

const DUTIES: readonly SheetPoint[] = [
  {
    text: '出了意外，请尽快告诉我们。说晚了不会因此就不赔，只是查不清楚的部分可能赔不了。',
    source: '保险法第二十一条',
  },
  { text: '我们问到的事情，请照实回答。', source: '保险法第十六条' },
  { text: '不要编造事故，也不要用假的材料；编造的部分不赔。', source: '保险法第二十七条' },
]

const LIST_TITLES: Partial<Readonly<Record<DocumentList['claimKind'], string>>> = {
  always: '每次理赔都要',
  death: '有人去世的，还要',
  disability: '落下残疾的，还要',
  hospital: '住院的，还要',
  medical: '报医药费的，还要',
}

function documentPoint({ claimKind, documents, source }: DocumentList): SheetPoint[] {
  const title = LIST_TITLES[claimKind]
  const needed = documents.filter(({ required }) => required).map((paper) => paper.title)
  if (title === undefined || needed.length === 0) return []
  return [{ text: `${title}：${needed.join('、')}。拿不到的，先告诉我们，有别的办法。`, source }]
}

function promisePoints({ promises }: ProgrammeVersion): SheetPoint[] {
  return promises.map(({ title, days, unit, source }) => ({
    text: `${title}：${days} 个${unit === 'workingDay' ? '工作日' : '自然日'}以内。`,
    source,
  }))
}

const RIGHTS: readonly SheetPoint[] = [
  { text: '材料不齐的，我们一次说清楚还缺什么。', source: '保险法第二十二条' },
  { text: '决定不赔的，三天以内书面告诉您，并说明理由。', source: '保险法第二十四条' },
  { text: '条款有两种理解的，按对您有利的理解。', source: '保险法第三十条' },
  {
    text: '不满意的，可以投诉、要求复核，也可以调解、仲裁，或者到法院起诉。',
    source: '银行业保险业消费投诉处理管理办法第十九条',
  },
]

function joined(sources: Sources, fields: readonly string[]): string {
  return [...new Set(fields.flatMap((field) => sources[field] ?? []))].join('；')
}
