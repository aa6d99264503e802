import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { BackLink, Empty, Intro, TaskGroup, TaskRow } from '#ui/parts.tsx'
import { turnWords } from '../consultation.ts'
import type { ConsultationList } from './list.ts'

export const ListPage = ({ consultations, next }: ConsultationList) => (
  <>
    <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
    <Intro
      title="Frågor utan namn"
      lead="Det du har frågat andra, och det andra frågar er. Inget barn är nämnt."
    />
    {consultations.length === 0 && (
      <Empty>
        Inga frågor än. <a href={paths.directory.search.to({})}>Hitta någon att fråga</a>
      </Empty>
    )}
    {consultations.length > 0 && (
      <TaskGroup id="fragor" title="Frågor">
        {consultations.map((one) => (
          <TaskRow
            href={paths.consultation.show.to({ consultationId: one.id })}
            date={one.askedOn}
            name={one.ours ? `Till ${one.to}` : `Från ${one.from}`}
            step={turnWords(one)}
            when={`Ställd ${dayWithYear(one.askedOn)}`}
          />
        ))}
      </TaskGroup>
    )}
    {next && (
      <p>
        <a href={`${paths.consultation.list.to({})}?sida=${next}`}>Visa fler</a>
      </p>
    )}
  </>
)
