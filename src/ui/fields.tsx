import type { Child, PropsWithChildren } from 'hono/jsx'
import { textsOf } from './draft.tsx'
import { Icon } from './pictures.tsx'
import { say } from './say.tsx'
import { first, type Texts } from './texts.ts'

/** What every field has in common. `typed` is kept as it was; `errors` stand beside the field. */
export type FieldProps = {
  name: string
  /** Whose it is, where fields of the same name stand on one page. */
  of?: string | undefined
  label: Child
  typed?: Texts | undefined
  errors?: Texts | undefined
  /** Adds "(frivilligt)" after the label, unless it is said above for several. Everything else counts as required. */
  optional?: boolean | 'said'
  description?: Child
  /** Who will read what is written, as "Karin och Petra": shown as "Läses av Karin och Petra". */
  reads?: string | undefined
  /** Shown as a hint; the server decides. */
  maxLength?: number
}

type Wired = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }

const idOf = ({ name, of }: Pick<FieldProps, 'name' | 'of'>) => (of ? `${name}-${of}` : name)

/** The attributes that tie a control to its description, its readers and its error. */
export function wiring(props: FieldProps): Wired {
  const { name } = props
  const id = idOf(props)
  const error = first(props.errors, name)
  const about = [
    props.description || props.maxLength ? `${id}-hjalp` : [],
    props.reads ? `${id}-laser` : [],
    error ? `${id}-fel` : [],
  ].flat()
  return {
    id,
    name,
    ...(about.length > 0 && { 'aria-describedby': about.join(' ') }),
    ...(error && { 'aria-invalid': 'true' }),
  }
}

export const Optional = ({ optional }: { optional?: boolean | 'said' | undefined }) =>
  optional === true ? <span class="optional">{` ${say('(frivilligt)')}`}</span> : null

/** The help under a label: description, greatest length and readers. */
export function Help({ description, reads, maxLength, ...field }: FieldProps) {
  const id = idOf(field)
  return (
    <>
      {(description || maxLength) && (
        <p data-field="description" id={`${id}-hjalp`}>
          {description}
          {description && maxLength ? ' ' : ''}
          {maxLength && say('Högst {count} tecken.', { count: maxLength })}
        </p>
      )}
      {reads && (
        <p class="reads" id={`${id}-laser`}>
          <Icon name="eye" />
          <span>{say('Läses av {readers}', { readers: reads })}</span>
        </p>
      )}
    </>
  )
}

const tooLong = /^Skriv högst (\d+) tecken$/

/** What is wrong, in the reader's language. */
export function sayError(error: string): string {
  const count = tooLong.exec(error)?.[1]
  return count ? say('Skriv högst {count} tecken', { count }) : say(error)
}

export function FieldError({ errors, ...field }: Pick<FieldProps, 'name' | 'of' | 'errors'>) {
  const error = first(errors, field.name)
  if (!error) return null
  return (
    <p class="ds-validation-message" data-field="validation" id={`${idOf(field)}-fel`}>
      <Icon name="warning" />
      {sayError(error)}
    </p>
  )
}

function Field({ children, ...props }: PropsWithChildren<FieldProps>) {
  return (
    <div class="ds-field">
      <label class="ds-label" for={idOf(props)}>
        {props.label}
        <Optional optional={props.optional} />
      </label>
      <Help {...props} />
      {children}
      <FieldError {...props} />
    </div>
  )
}

/** Who reads it is said already: by the field before it, its description, or a choice that the writer makes. */
export const saidBeside = true

/** Whoever writes knows beforehand who will read it: a form that forgets to say so does not compile. */
export type Reads = string | typeof saidBeside

type Line = Omit<FieldProps, 'reads'> & {
  width?: 's' | 'm'
  inputmode?: 'text' | 'numeric' | 'tel'
  /** Off unless it is the writer's own: a child's name must not stay in a shared browser. */
  autocomplete?: string
}

/** What is told in one line says who reads it, as in several; a name, a number or a time is only what it is. */
type TextFieldProps =
  | (Line & { reads: Reads; type?: 'text' })
  | (Line & { fact: true; type?: 'text' | 'time' })
  | (Line & { type: 'tel' | 'email' | 'time' | 'search' })

/** One line. */
export function TextField(line: TextFieldProps) {
  const props = { ...line, reads: 'reads' in line ? said(line.reads) : undefined }
  const { type = 'text', width, inputmode, autocomplete = 'off', typed, name, optional } = props
  return (
    <Field {...props}>
      <input
        class="ds-input"
        {...wiring(props)}
        type={type}
        value={first(textsOf(typed), name)}
        data-width={width}
        inputmode={inputmode}
        autocomplete={autocomplete}
        required={!optional && type !== 'search'}
        data-max={props.maxLength}
      />
    </Field>
  )
}

/** A file of the person's own. It is read as text. */
export const FileField = (props: FieldProps & { accept: string }) => (
  <Field {...props}>
    <input class="ds-input" {...wiring(props)} type="file" accept={props.accept} required={!props.optional} />
  </Field>
)

const said = (reads: Reads) => (reads === saidBeside ? undefined : reads)

type TextAreaProps = Omit<FieldProps, 'reads'> & { reads: Reads; rows?: number }

/** Several lines; grows with what is written. */
export function TextArea({ reads, ...rest }: TextAreaProps) {
  const { rows = 3, typed, name, optional } = rest
  const props = { ...rest, reads: said(reads) }
  return (
    <Field {...props}>
      <textarea
        class="ds-input"
        {...wiring(props)}
        rows={rows}
        autocomplete="off"
        required={!optional}
        data-max={props.maxLength}
      >
        {/* The browser drops the first line break of a text area. */}
        {'\n'}
        {first(textsOf(typed), name)}
      </textarea>
    </Field>
  )
}

/** A day. What cannot be read as a day comes back as it was typed, in an ordinary line. */
export function DateField(props: FieldProps & { min?: string; max?: string }) {
  const value = first(textsOf(props.typed), props.name) ?? ''
  const type = value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text'
  const { min, max, optional } = props
  return (
    <Field {...props}>
      <input
        class="ds-input"
        {...wiring(props)}
        {...{ type, value, min, max }}
        data-width="s"
        autocomplete="off"
        required={!optional}
      />
    </Field>
  )
}

type Option = { value: string; label: string }

/** A list to pick one from; for many choices. For few, `Choices` is kinder. `empty` is the line for none. */
export function Select(props: FieldProps & { options: readonly Option[]; empty?: string }) {
  const chosen = first(textsOf(props.typed), props.name)
  const { options, empty, optional } = props
  return (
    <Field {...props}>
      <select class="ds-input" {...wiring(props)} required={!optional}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
