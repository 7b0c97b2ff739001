/** Forms: field errors of a refusal go to their fields, the rest is said above the buttons; choices from word lists. */
import { Alert, Checkbox, Form, Select, type FormInstance } from 'antd'
import { useEffect, useRef, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import { faultText, fieldFaults } from '../client/index.ts'
import { clearable } from './clearable.tsx'

export type Choice<V extends string | number = string> = { readonly value: V; readonly label: string }

/** `{ fall: '摔倒' }` → options of a choice. */
export function choicesOf<K extends string>(words: Readonly<Record<K, string>>): Choice<K>[] {
  const found: Choice<K>[] = []
  for (const value in words) found.push({ value, label: words[value] })
  return found
}

export function FormFault({ form, fault }: { form: FormInstance; fault: Error | null }): ReactElement | null {
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const known = new Set(form.getFieldsError().map((field) => field.name.join('.')))
    const fields = fieldFaults(fault).filter((one) => known.has(one.path.join('.')))
    form.setFields(fields.map(({ path, message }) => ({ name: [...path], errors: [message] })))
    const first = fields[0]
    if (first) form.scrollToField([...first.path], { block: 'center' })
    // Of a long form the button stands far below: a refusal nobody sees looks like nothing happened.
    else said.current?.scrollIntoView({ block: 'nearest' })
  }, [form, fault])
  if (!fault) return null
  const rest = fieldFaults(fault).map(({ message }) => message)
  const more = rest.length ? (
    <ul className="ap-plain-list">
      {[...new Set(rest)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  ) : null
  return (
    <div ref={said}>
      <Alert className="ap-fault" type="error" showIcon title={faultText(fault)} description={more} role="alert" />
    </div>
  )
}

type FieldProps = {
  name: string | readonly (string | number)[]
  label: ReactNode
  required?: boolean
  help?: ReactNode
  children: ReactNode
  wide?: boolean
}

export function Field({ name, label, required = false, help, children, wide }: FieldProps): ReactElement {
  const rules = required ? [{ required: true, message: '必填' }] : []
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={label}
      rules={rules}
      extra={help}
      className={wide ? 'ap-field ap-field-wide' : 'ap-field'}
    >
      {children}
    </Form.Item>
  )
}

type ManyProps = Omit<ComponentProps<typeof Checkbox.Group>, 'options'> & {
  readonly options: readonly Choice[]
  readonly 'aria-required'?: boolean
}

/** Several of a list. A group has no “required” for screen readers: the form says it with its star and its sentence. */
export function Many({ 'aria-required': _, options, ...props }: ManyProps): ReactElement {
  return <Checkbox.Group {...props} options={[...options]} />
}

type PickProps<V extends string> = {
  label: string
  value: V | undefined
  choices: readonly Choice<V>[]
  onChange: (value: V | undefined) => void
  width?: number
}

/** A filter: empty means all. */
export function Pick<V extends string>({ label, value, choices, onChange, width = 132 }: PickProps<V>): ReactElement {
  return (
    <Select<V>
      className="ap-pick"
      aria-label={label}
      placeholder={label}
      allowClear={clearable}
      value={value ?? null}
      options={[...choices]}
      style={{ minWidth: width }}
      popupMatchSelectWidth={false}
      onChange={(next: V | undefined) => {
        onChange(next ?? undefined)
      }}
    />
  )
}
