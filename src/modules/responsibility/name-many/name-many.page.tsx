import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, Select, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro } from '#ui/parts.tsx'
import type { ManyForm } from './name-many.ts'

export function ManyPage({ held, colleagues, viewer, typed, errors }: ManyForm & FormState) {
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Dina uppgifter</BackLink>
      <ErrorSummary errors={errors} />
      <Intro
        kicker="Barnets bästa-ansvarig"
        title="Byt för flera barn"
        lead="Det gäller från och med nu. Familjerna ser vem det är, och både den nya och den förra får veta."
      />
      {held.length === 0 ? (
        <Empty>Just nu är ingen hos er Barnets bästa-ansvarig för ett barn som du arbetar med.</Empty>
      ) : (
        <Form viewer={viewer}>
          <Choices
            name="children"
            type="checkbox"
            label="Vilka barn?"
            options={held.map(({ childId, tenureId, child, name }) => ({
              value: `${childId}.${tenureId}`,
              label: nameOf(child),
              hint: `Nu: ${name}`,
            }))}
            {...{ typed, errors }}
          />
          <Select
            name="who"
            label="Vem tar över?"
            empty="Välj"
            options={colleagues.map(({ engagementId, name, title }) => ({
              value: engagementId,
              label: `${name}, ${title}`,
            }))}
            {...{ typed, errors }}
          />
          <TextArea
            name="why"
            label="Varför?"
            rows={3}
            reads="dig, och den som har uppdraget hos er"
            {...{ typed, errors }}
          />
          <Buttons primary="Byt Barnets bästa-ansvarig" cancel={{ href: paths.tasks.to({}) }} />
        </Form>
      )}
    </>
  )
}
