/** What people are said to have told and what was established, for every filled claim the same. */
import type { Assessment } from '@anpei/contract/claims'

export function reportTold() {
  return {
    statedName: '',
    statedIdNumber: '',
    reporter: { name: '陈小明', phone: '13800000001', relation: 'child' },
    accident: {
      accidentOn: '2026-11-01',
      accidentTime: '08:30',
      place: null,
      placeText: '自家门口',
      cause: 'fall',
      vehicle: 'none',
      injuryCode: null,
      narrative: '早上出门买菜时在门口台阶滑倒，手撑地，送到医院检查，医生要求住院观察。',
      hospital: '潮南区人民医院',
      kinds: ['hospital'],
      diedOn: null,
    },
  }
}

export function assessmentTold() {
  return {
    input: {
      accidentTest: {
        external: 'yes',
        sudden: 'yes',
        unintended: 'yes',
        nonDisease: 'yes',
        evidence: { external: '病历', sudden: '病历', unintended: '本人陈述', nonDisease: '出院小结' },
      },
      exclusions: [],
      exclusionEvidence: {},
      vehicle: 'none',
      vehicleEvidence: '',
      deathOn: null,
      stays: [
        {
          hospital: '潮南区人民医院',
          admittedOn: '2026-11-01',
          dischargedOn: '2026-11-10',
          hospitalLevel: 2,
          recognised: false,
        },
      ],
      disabilities: [],
    },
    kinds: ['hospital'],
    kindsShown: [shownHospital],
  }
}

/** The working as the claim's page shows it. */
const shownHospital: Assessment['kinds'][number] = {
  kind: 'hospital',
  outcome: 'pay',
  payableFen: 30_000,
  reasons: [],
  working: ['事故发生日在保障期间内', '符合意外伤害的四项条件', '没有责任免除的情形'],
  lines: [
    {
      benefit: 'hospital_allowance',
      payableFen: 30_000,
      days: 10,
      percent: null,
      working: ['2026-11-01 至 2026-11-10 住院，出院当日计入，共 10 天', '每天 30 元 × 10 天 = 300 元'],
    },
  ],
}
