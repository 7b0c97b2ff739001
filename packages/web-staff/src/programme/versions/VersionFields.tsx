/** Fields of a draft: every number with the clause it comes from, and the answers to the open questions (LAW §1). */
import type { VersionView } from '@anpei/contract/programme'
import { FIELD_WORDS } from '@anpei/domain/programme'
import { Button, Input, InputNumber, Select, Switch } from 'antd'
import type { ReactElement } from 'react'
import { ActMenu, DayInput, Tag } from '../../kit/index.ts'
import {
  dataAt,
  isData,
  listAt,
  textAt,
  valueAt,
  withBenefit,
  withoutBenefit,
  withValue,
  type Path,
} from './definition.ts'
import { AreaField, FoundHere, Labelled, NumberField, TextField, type DraftProps } from './fields.tsx'
import { KINDS, NUMBERS, PARAMETERS, SWITCHES, VEHICLES } from './parameters.ts'

export function PremiumFields(props: DraftProps): ReactElement {
  return (
    <section className="pg-benefit">
      <h3>保费与参保</h3>
      <FoundHere findings={props.found.get('premium')} />
      <div className="pg-numbers">
        <TextField {...props} at={['title']} label="方案名称" />
        <LastDayField {...props} />
        <TextField {...props} at={['eligibility', 'district']} label="参保地区" />
        <PrefixField {...props} />
        <NumberField {...props} at={['eligibility', 'minAge']} sources={['eligibility', 'sources', 'minAge']} />
        {['perHeadFen', 'plannedHeads'].map((name) => (
          <NumberField key={name} {...props} at={['premium', name]} sources={['premium', 'sources', name]} />
        ))}
      </div>
    </section>
  )
}

const LAST_DAY = ['inForceTo']

function LastDayField({ draft, onDraft }: DraftProps): ReactElement {
  return (
    <div className="pg-labelled">
      <label htmlFor="last-day" className="ap-muted ap-small">
        到期日（不填：到下一版生效为止）
      </label>
      <DayInput
        id="last-day"
        value={textAt(draft, LAST_DAY)}
        onChange={(day) => {
          onDraft(withValue(draft, LAST_DAY, day || null))
        }}
      />
    </div>
  )
}

const PREFIXES = ['eligibility', 'usualIdPrefixes']

/** Only a hint beside a row of the roster. */
function PrefixField({ draft, onDraft }: DraftProps): ReactElement {
  const label = FIELD_WORDS.usualIdPrefixes
  return (
    <Labelled label={`${label}（6 位；导入名册时别的开头只作提示，不影响参保）`}>
      <Select<string[]>
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={label}
        tokenSeparators={[' ', ',', '，', '、']}
        value={listAt(draft, PREFIXES).filter((one) => typeof one === 'string')}
        onChange={(prefixes) => {
          onDraft(withValue(draft, PREFIXES, prefixes))
        }}
      />
    </Labelled>
  )
}

type BenefitsProps = DraftProps & Pick<VersionView, 'benefitsToGive' | 'exclusionsBefore'>

export function BenefitFields({ benefitsToGive, exclusionsBefore, ...props }: BenefitsProps): ReactElement {
  const { draft, onDraft } = props
  const benefits = listAt(draft, ['benefits'])
  const held = new Set(benefits.map((one) => textAt(one, ['code'])))
  const free = benefitsToGive.filter((one) => !held.has(textAt(one, ['code'])))
  return (
    <>
      {benefits.map((one, index) => (
        <OneBenefit key={textAt(one, ['code'])} {...props} at={['benefits', index]} />
      ))}
      {free.length === 0 ? null : (
        <span>
          <ActMenu
            items={free.map((one) => ({ key: textAt(one, ['code']), label: textAt(one, ['title']) }))}
            onAct={(code) => {
              const benefit = free.find((one) => textAt(one, ['code']) === code)
              if (benefit) onDraft(withBenefit(draft, benefit, exclusionsBefore))
            }}
          >
            <Button>加一项保险责任</Button>
          </ActMenu>
        </span>
      )}
    </>
  )
}

function OneBenefit({ at, ...props }: DraftProps & { at: Path }): ReactElement {
  const benefit = dataAt(props.draft, at)
  const numbers = Object.keys(benefit).filter((name) => NUMBERS[name] && typeof benefit[name] === 'number')
  const switches = Object.keys(benefit).filter((name) => SWITCHES[name] && typeof benefit[name] === 'boolean')
  const pricing = isData(benefit['pricing']) ? Object.keys(benefit['pricing']).filter((name) => NUMBERS[name]) : []
  return (
    <section className="pg-benefit">
      <h3 className="ap-row">
        {textAt(benefit, ['title'])} <Tag tone="teal">{KINDS[textAt(benefit, ['kind'])] ?? ''}</Tag>
        <Button
          size="small"
          onClick={() => {
            props.onDraft(withoutBenefit(props.draft, textAt(benefit, ['code'])))
          }}
        >
          不保这一项
        </Button>
      </h3>
      <FoundHere findings={props.found.get(at.join('.'))} />
      <div className="pg-numbers">
        {numbers.map((name) => (
          <NumberField key={name} {...props} at={[...at, name]} sources={[...at, 'sources', name]} />
        ))}
        {pricing.map((name) => (
          <NumberField key={name} {...props} at={[...at, 'pricing', name]} sources={[...at, 'sources', name]} />
        ))}
        {Object.keys(dataAt(benefit, ['sumFenByVehicle'])).map((name) => (
          <NumberField
            key={name}
            {...props}
            at={[...at, 'sumFenByVehicle', name]}
            title={VEHICLES[name]}
            unit="yuan"
            sources={[...at, 'sources', 'sumFenByVehicle']}
          />
        ))}
        {Object.keys(dataAt(benefit, ['percentByGrade'])).map((grade) => (
          <NumberField key={grade} {...props} at={[...at, 'percentByGrade', grade]} title={`${grade} 级`} unit="%" />
        ))}
        {isData(benefit['percentByGrade']) ? (
          <AreaField {...props} at={[...at, 'sources', 'percentByGrade']} label="各级比例的出处" />
        ) : null}
        {switches.map((name) => (
          <Labelled key={name} label={SWITCHES[name]}>
            <span>
              <Switch
                checked={benefit[name] === true}
                checkedChildren="是"
                unCheckedChildren="否"
                aria-label={SWITCHES[name] ?? name}
                onChange={(on) => {
                  props.onDraft(withValue(props.draft, [...at, name], on))
                }}
              />
            </span>
          </Labelled>
        ))}
      </div>
    </section>
  )
}

export function ParameterFields(props: DraftProps): ReactElement {
  return (
    <section className="pg-benefit">
      <h3>参数：原文没有写明或与法律不一致之处</h3>
      <FoundHere findings={props.found.get('parameters')} />
      <div className="pg-numbers">
        {Object.keys(PARAMETERS).map((name) => (
          <ParameterField key={name} {...props} name={name} />
        ))}
      </div>
    </section>
  )
}

function ParameterField({ draft, onDraft, name }: DraftProps & { name: string }): ReactElement | null {
  const question = PARAMETERS[name]
  if (!question) return null
  const at = ['parameters', name]
  const set = (value: unknown): void => {
    onDraft(withValue(draft, at, value))
  }
  const value = valueAt(draft, at)
  const sources = ['parameters', 'sources', name]
  return (
    <div className="pg-labelled">
      <span className="ap-row">
        <strong>{question.title}</strong>
        {question.trap === null ? null : <Tag tone="amber">原文不明</Tag>}
      </span>
      <span className="ap-muted ap-small">{question.question}</span>
      {question.answers === 'yesNo' ? (
        <span>
          <Switch
            checked={value === true}
            checkedChildren="是"
            unCheckedChildren="否"
            aria-label={question.title}
            onChange={set}
          />
        </span>
      ) : question.answers === 'yuan' ? (
        <InputNumber<number>
          min={0}
          suffix="元"
          aria-label={question.title}
          style={{ width: '100%' }}
          value={typeof value === 'number' ? value / 100 : null}
          onChange={(next) => {
            set(Math.round((next ?? 0) * 100))
          }}
        />
      ) : (
        <Select<string>
          aria-label={question.title}
          value={typeof value === 'string' ? value : null}
          onChange={set}
          options={Object.entries(question.answers).map(([key, label]) => ({ value: key, label }))}
        />
      )}
      <Input.TextArea
        size="small"
        autoSize
        aria-label={`${question.title}的依据`}
        placeholder="依据（必填）"
        value={textAt(draft, sources)}
        onChange={(event) => {
          onDraft(withValue(draft, sources, event.target.value))
        }}
      />
    </div>
  )
}
