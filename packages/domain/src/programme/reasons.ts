/**
 * Why a case is paid less, proposed for refusal or given to a person: stable codes `row.word` with the sentence for
 * people (CLM-08, CLM-09). `{name}` is replaced by the fact of that name; see wording.ts for the formats.
 */
/** `plain`: for a person who gives the reason by hand, where no calculation came to its facts. */
export type ReasonText = { readonly zh: string; readonly en: string; readonly plain?: string }

const INPUT = {
  'input.not_readable': { zh: '这一案件不是一个对象，无法读取。', en: 'The case is not an object.' },
  'input.field_missing': { zh: '缺少必须填写的内容：{field}。', en: 'A required field is missing: {field}.' },
  'input.field_invalid': { zh: '内容填写不正确：{field}。', en: 'A field is not valid: {field}.' },
  'input.date_invalid': { zh: '日期不存在或格式不对：{field}。', en: 'Not a calendar date: {field}.' },
  'input.programme_unknown': { zh: '没有这个保障方案：{programme}。', en: 'Unknown programme: {programme}.' },
  'input.no_version_in_force': {
    zh: '方案 {programme} 在出险日{accidentOn}没有有效的版本。',
    en: 'No version of the programme {programme} was in force on the day of the accident.',
  },
  'input.kind_unknown': { zh: '不认识的理赔类别：{kind}。', en: 'Unknown kind of claim: {kind}.' },
  'input.vehicle_unknown': {
    zh: '不认识的交通工具类别：{vehicle}，须由人工认定。',
    en: 'Unknown class of vehicle: {vehicle}; a person decides.',
  },
  'input.accident_answer_unknown': {
    zh: '意外认定的回答应为是、否或部分：{field}。',
    en: 'The answer of the accident test must be yes, no or partly: {field}.',
  },
  'input.cover_reversed': { zh: '保障期间的止日早于起日：{field}。', en: 'Cover ends before it begins: {field}.' },
  'input.history_reversed': {
    zh: '以往已付津贴的止日早于起日：{field}。',
    en: 'A span of earlier allowance days ends before it begins: {field}.',
  },
  'input.accident_before_birth': {
    zh: '出险日{accidentOn}早于出生日{birthOn}。',
    en: 'The accident is before the birth.',
  },
  'input.death_before_accident': {
    zh: '身故日{deathOn}早于出险日{accidentOn}。',
    en: 'Death is before the accident.',
  },
  'input.discharge_before_admission': {
    zh: '出院日{dischargedOn}早于入院日{admittedOn}。',
    en: 'Discharge is before admission.',
  },
  'input.admission_before_accident': {
    zh: '入院日{admittedOn}早于出险日{accidentOn}。',
    en: 'Admission is before the accident.',
  },
  'input.stay_after_death': {
    zh: '住院日期{dischargedOn}晚于身故日{deathOn}。',
    en: 'A hospital stay lies after the death.',
  },
  'input.hospital_level_unknown': {
    zh: '{admittedOn}入院的医院等级不明，又未经认可。',
    en: 'The level of the hospital is not known and it is not recognised.',
  },
  'input.item_unknown': {
    zh: '评定标准中查不到条目 {item}，须由人工认定。',
    en: 'The standard holds no item {item}; a person decides.',
  },
  'input.no_item_no_grade': {
    zh: '“{part}”的伤残既没有条目也没有等级。',
    en: 'Neither item nor grade is given for a disability.',
  },
  'input.item_grade_disagree': {
    zh: '条目 {item} 是 {itemGrade} 级，与所填的 {grade} 级不一致。',
    en: 'Item {item} is of grade {itemGrade}, but grade {grade} was given.',
  },
  'input.assessed_before_accident': {
    zh: '伤残评定日{assessedOn}早于出险日{accidentOn}。',
    en: 'The assessment is before the accident.',
  },
  'input.assessed_after_death': {
    zh: '伤残评定日{assessedOn}晚于身故日{deathOn}。',
    en: 'The assessment is after the death.',
  },
} as const satisfies Record<string, ReasonText>

const LIABILITY = {
  'cover.not_in_force': {
    zh: '出险日{accidentOn}不在保障期间内。',
    plain: '出险日不在保障期间内。',
    en: 'Cover was not in force on the day of the accident.',
  },
  'accident.not_external': { zh: '不是外来原因造成的。', en: 'The cause was not external.' },
  'accident.not_sudden': { zh: '不是突然发生的。', en: 'The event was not sudden.' },
  'accident.not_unintended': { zh: '不是非本意的。', en: 'The event was not unintended.' },
  'accident.disease': { zh: '是疾病造成的，不属于意外。', en: 'The cause was a disease, not an accident.' },
  'accident.partly': {
    zh: '意外认定有“部分”的回答（{questions}），原因混合，须由人工按比例认定。',
    plain: '意外认定有“部分”的回答，原因混合，须由人工按比例认定。',
    en: 'An answer of the accident test is "partly" ({questions}); a person decides the share.',
  },
  'exclusion.sudden_death': { zh: '属于责任免除：猝死。', en: 'Excluded: sudden death by disease.' },
  'exclusion.fight': { zh: '属于责任免除：斗殴。', en: 'Excluded: fighting.' },
  'exclusion.drunk': { zh: '属于责任免除：醉酒。', en: 'Excluded: drunkenness.' },
  'exclusion.dental': { zh: '属于责任免除：牙齿保健和修复。', en: 'Excluded: dental care and repair.' },
  'exclusion.suicide': {
    zh: '可能属于责任免除：自杀。法律另有例外，须有结论，由人工认定。',
    en: 'Possibly excluded: suicide. The law knows exceptions; a person decides.',
  },
  'exclusion.crime': {
    zh: '可能属于责任免除：故意犯罪。须有司法机关的结论，由人工认定。',
    en: 'Possibly excluded: intentional crime. An official conclusion is needed; a person decides.',
  },
  'exclusion.applies': {
    zh: '属于责任免除：{title}。',
    plain: '属于条款列明的责任免除。',
    en: 'Excluded: {title}.',
  },
  'exclusion.to_examine': {
    zh: '可能属于责任免除：{title}，须由人工认定。',
    plain: '可能属于责任免除，须由人工认定。',
    en: 'Possibly excluded: {title}; a person decides.',
  },
  'exclusion.unknown': {
    zh: '方案中没有这种免责情形：{exclusion}，须由人工认定。',
    plain: '方案中没有这种免责情形，须由人工认定。',
    en: 'The programme knows no such exclusion: {exclusion}; a person decides.',
  },
} as const satisfies Record<string, ReasonText>

const BENEFIT = {
  'benefit.none_for_kind': {
    zh: '方案中没有这一类别的保险责任。',
    en: 'The programme has no benefit of this kind.',
  },
  'death.after_180_days': {
    zh: '身故发生在出险后第 {days} 天，超过 {limitDays} 天。',
    plain: '身故发生在出险后约定的天数以后。',
    en: 'Death came {days} days after the accident, later than {limitDays}.',
  },
  'death.disability_deducted': {
    zh: '同一事故已付的伤残金已从身故金中扣除。',
    en: 'Disability already paid for this accident was deducted.',
  },
  'transport.class_undecided': {
    zh: '乘坐的交通工具属于哪一类，须由人工认定。',
    en: 'The class of the vehicle must be decided by a person.',
  },
  'disability.none_assessed': { zh: '没有任何伤残评定。', en: 'No disability was assessed.' },
  'disability.assessed_after_180_days': {
    zh: '“{part}”的伤残在出险后第 {days} 天评定，超过 {limitDays} 天，须由人工认定。',
    plain: '伤残在出险后约定的天数以后评定，须由人工认定。',
    en: 'A disability was assessed {days} days after the accident, later than {limitDays}; a person decides.',
  },
  'disability.standard_missing': {
    zh: '没有装入伤残评定标准 {standard}，须由人工认定。',
    plain: '没有装入伤残评定标准，须由人工认定。',
    en: 'The assessment standard {standard} is not loaded; a person decides.',
  },
  'disability.already_paid': {
    zh: '同一事故的伤残金以前已经付足。',
    en: 'The disability benefit of this accident was paid in full before.',
  },
  'disability.zero_percent': { zh: '该等级的给付比例为零。', en: 'The percentage of this grade is zero.' },
  'hospital.no_stay': { zh: '没有住院记录。', en: 'There is no hospital stay.' },
  'hospital.level_too_low': {
    zh: '有住院的医院低于{minLevel}，也未经认可，不能计入。',
    plain: '有住院的医院低于约定的等级，也未经认可，不能计入。',
    en: 'A hospital is below {minLevel} and not recognised.',
  },
  'hospital.no_day_counts': { zh: '没有可以计入的住院日。', en: 'No day of the stays counts.' },
  'hospital.stay_over_limit': {
    zh: '有一次住院超过 {limitDays} 天，只算前 {limitDays} 天。',
    plain: '有一次住院超过约定的天数，超出的日子不计。',
    en: 'A stay is longer than {limitDays} days; only the first {limitDays} count.',
  },
  'hospital.already_paid': {
    zh: '有 {days} 天以前已经付过津贴，不再重复计算。',
    plain: '有的日子以前已经付过津贴，不再重复计算。',
    en: 'For {days} days the allowance was paid before.',
  },
  'limit.days_exhausted': {
    zh: '保单年度的津贴天数上限 {limitDays} 天已用完，有 {days} 天不能给付。',
    plain: '保单年度的津贴天数上限已用完。',
    en: 'The yearly limit of {limitDays} days is used up; {days} days cannot be paid.',
  },
  'limit.money_exhausted': {
    zh: '保单年度的津贴金额上限 {limitFen} 已用完，有 {days} 天不能给付。',
    plain: '保单年度的津贴金额上限已用完。',
    en: 'The yearly limit of {limitFen} is used up; {days} days cannot be paid.',
  },
  'medical.unpriced': {
    zh: '住院医疗责任尚未公布免赔额、比例和限额，须由人工认定。',
    en: 'The medical benefit has no published figures; a person decides.',
  },
  'medical.no_expense': { zh: '没有可以报销的费用。', en: 'There is no expense to reimburse.' },
  'medical.nothing_left': {
    zh: '扣除社保、免赔额和已付金额后没有可付的金额。',
    en: 'Nothing is left after social insurance, deductible and earlier payments.',
  },
} as const satisfies Record<string, ReasonText>

export const REASONS = { ...INPUT, ...LIABILITY, ...BENEFIT }
export type ReasonCode = keyof typeof REASONS

const BY_CODE: ReadonlyMap<string, ReasonText> = new Map(Object.entries(REASONS))

export function reasonText(code: string): ReasonText | undefined {
  return BY_CODE.get(code)
}
