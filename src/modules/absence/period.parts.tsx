import type { Child } from 'hono/jsx'
import { DateField, Form, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'

type Fields = { typed?: Texts | undefined; errors?: Texts | undefined }

export const PeriodFields = ({ typed, errors }: Fields) => (
  <>
    <DateField name="from" label="Första dagen" {...{ typed, errors }} />
    <DateField name="to" label="Sista dagen" {...{ typed, errors }} />
  </>
)

/** A line that can be ended with one button, which says for whoever listens what it ends. */
export const EndLine = (props: {
  viewer: Viewer
  id: string
  action?: string
  what: Child
  button: string
}) => (
  <Form viewer={props.viewer} {...(props.action && { action: props.action })} hidden={{ ends: props.id }}>
    {props.what}{' '}
    <button class="link" type="submit">
      {props.button}
      <span class="sr">: {props.what}</span>
    </button>
  </Form>
)
