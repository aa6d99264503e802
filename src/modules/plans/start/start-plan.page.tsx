import { guidance } from '#modules/knowledge'
import { FamilyButtons, FamilyLine, FamilyText } from '#modules/plain-words'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import {
  AreaChoices,
  Conflict,
  DateField,
  ErrorSummary,
  Form,
  MoreDetails,
  TextField,
  type Texts,
} from '#ui/form.tsx'
import { Actions, Facts, Guidance, Intro, LinkButton, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { ActionFields, actionRead } from '../action/action.fields.tsx'
import { AsInPlan, asAction, asGoal, newGoal } from '../as-in-plan.parts.tsx'
import type { FormProps } from '../form-routes.tsx'
import { ofKind } from '../plan.ts'
import { FromMeeting, proposedFrom } from './agreed.parts.tsx'
import type { StartForm } from './start-plan.ts'

export function StartPlanPage(props: StartForm & FormProps) {
  const { known, plan, parts, units, leads, agreed, viewer, submission, errors, conflict } = props
  const { child } = known
  const called = callOf(child.person)
  const typed: Texts = props.typed ?? proposedFrom(agreed, leads)
  const show = paths.plan.show.to({ childId: child.id })
  const fields = { typed, errors }
  return (
    <TwoColumns asideLabel="Handledning" aside={<Guidance sentences={guidance('plan').sentences} />}>
      {conflict && (
        <Conflict
          mine={[typed['words'], typed['what'], typed['who'], typed['when']].map((text) => <p>{text}</p>)}
          theirs={ofKind(parts, 'action').map(({ body }) => <p>{body.what.reveal()}</p>)}
        >
          Planen finns redan. Inget du skrev är borta: öppna planen och lägg till det som fattas.
        </Conflict>
      )}
      <Intro
        kicker="Ny plan"
        title={nameOf(child.person)}
        lead="Börja med det viktigaste: ett stöd, vem och när. Fler insatser lägger ni till efteråt."
      />
      {plan && (
        <Note title="Det finns redan en plan">
          <Actions>
            <LinkButton href={show}>Öppna planen</LinkButton>
          </Actions>
        </Note>
      )}
      {agreed && !plan && <FromMeeting agreed={agreed} leads={leads} />}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }} guard>
        <Section id="mal" title={`Det här vill ${called}`}>
          <FamilyLine
            name="words"
            reads="familjen och de som är med i planen"
            label={`Vad vill ${called}?`}
            description="Gärna med barnets egna ord."
            optional
            {...fields}
          />
          <MoreDetails
            summary="Hur vi märker att det blir bättre, och område i hjulet"
            open={Boolean(typed['better'] || typed['areas'])}
          >
            <FamilyText
              name="better"
              label="Hur märker vi att det blir bättre?"
              optional
              rows={2}
              reads="familjen och de som är med i planen"
              {...fields}
            />
            <AreaChoices name="areas" label="Vad hör det till i hjulet?" optional {...fields} />
          </MoreDetails>
        </Section>
        <Section id="insats" title="Det här gör vi">
          <ActionFields {...{ units, called, ...fields }} />
          <p class="soft small">
            Saknas något ställe? Fråga familjen om{' '}
            <a href={paths.sharing.consents.to({ childId: child.id })}>samtycke</a> först.
          </p>
        </Section>
        <Section id="uppfoljning" title="När frågar vi om det hjälpte?">
          <DateField name="followUpOn" label="Uppföljning, dag" {...fields} />
          <TextField
            fact
            name="followUpTime"
            label="Klockan"
            description="Till exempel 14:30."
            width="s"
            optional
            {...fields}
          />
        </Section>
        <Section id="ansvar" title="Vem ansvarar?">
          <Facts
            side
            items={[
              ['Barnets bästa-ansvarig', leads.bba && `${leads.bba.name}, ${leads.bba.unitName}`],
              ['Samverkansansvarig tills någon annan säger ja', leads.collaboration?.name],
            ]}
          />
        </Section>
        <FamilyButtons
          typed={typed}
          read={{ words: 'Mål', better: 'Så märker vi att det blir bättre', ...actionRead }}
          shown={<AsInPlan called={called} parts={[asGoal(typed), asAction({ ...typed, goal: newGoal })]} />}
          primary="Spara planen"
          others={[{ name: 'outcome', value: 'another', label: 'Spara och lägg till en insats till' }]}
          cancel={{ href: paths.child.to({ childId: child.id }) }}
        />
      </Form>
    </TwoColumns>
  )
}
