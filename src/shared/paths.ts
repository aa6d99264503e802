type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

export type Path<P extends string = string> = {
  readonly pattern: P
  readonly to: (params: Record<Names<P>, string>) => string
}

function path<const P extends string>(pattern: P): Path<P> {
  return {
    pattern,
    to: (params) => pattern.replace(/:(\w+)/g, (_, name: Names<P>) => encodeURIComponent(params[name])),
  }
}

// Keys are for developers, patterns are read by families and staff. Addresses hold random ids only.
export const paths = {
  start: path('/'),
  demo: path('/demo'),
  signIn: {
    choose: path('/logga-in'),
    begin: path('/logga-in/:issuer'),
    back: path('/logga-in/:issuer/klar'),
  },
  auditHeads: path('/loggens-huvuden.json'),
  again: path('/legitimera'),
  manyChildren: path('/manga-barn'),
  emergency: { ask: path('/nodlage'), show: path('/barn/:childId/nodlage') },
  review: {
    list: path('/granskning'),
    draw: path('/granskning/stickprov'),
    line: path('/granskning/:lineId'),
  },
  extract: {
    ask: path('/barn/:childId/registerutdrag'),
    pdf: path('/barn/:childId/registerutdrag/:requestId/pdf'),
    json: path('/barn/:childId/registerutdrag/:requestId/json'),
    review: path('/barn/:childId/registerutdrag/:requestId/granska'),
  },
  story: { show: path('/barn/:childId/min-berattelse'), pdf: path('/barn/:childId/min-berattelse/utskrift') },
  objection: {
    say: path('/barn/:childId/haller-inte-med/:thingId'),
    answer: path('/barn/:childId/svara-familjen/:objectionId'),
  },
  aboutMe: {
    show: path('/det-som-finns-om-mig'),
    pdf: path('/det-som-finns-om-mig.pdf'),
    json: path('/det-som-finns-om-mig.json'),
  },
  register: { list: path('/diarium'), csv: path('/diarium.csv') },
  signOut: path('/logga-ut'),
  stay: path('/jag-ar-kvar'),
  sessions: path('/mina-inloggningar'),
  unit: path('/byt-verksamhet'),
  draft: path('/utkast'),
  discardDraft: path('/utkast/kasta'),
  words: path('/ordlista'),
  concern: path('/orosanmalan'),
  protection: path('/sa-skyddas-uppgifterna'),
  accessibility: path('/tillganglighet'),
  help: path('/hjalp'),
  directory: {
    whom: path('/vem-vander-jag-mig-till'),
    search: path('/vem-kan-hjalpa'),
    unit: path('/vem-kan-hjalpa/:unitId'),
    write: path('/vem-kan-hjalpa/:unitId/skriv'),
    versions: path('/vem-kan-hjalpa/:unitId/versioner'),
    times: path('/vem-kan-hjalpa/:unitId/tider'),
  },
  tasks: path('/uppgifter'),
  children: path('/barn'),
  child: path('/barn/:childId'),
  timeline: path('/barn/:childId/tidslinje'),
  noticing: {
    notice: path('/uppmarksamma'),
    noticeChild: path('/barn/:childId/uppmarksamma'),
    receipt: path('/uppmarksamma/mottaget'),
    receive: path('/barn/:childId/uppmarksammat/:itemId'),
    goodNewsRead: path('/barn/:childId/uppmarksammat/:itemId/last'),
  },
  shield: {
    show: path('/barn/:childId/skydd'),
    group: path('/barn/:childId/skydd/grupp'),
    lift: path('/barn/:childId/skydd/:markId/upphor'),
    decide: path('/barn/:childId/skydd/:markId/svara'),
    again: path('/barn/:childId/skydd/:markId/visa'),
  },
  family: {
    talk: path('/barn/:childId/familjen'),
    bar: path('/barn/:childId/familjen/sparr'),
    adult: path('/barn/:childId/familjen/viktig-vuxen'),
    guardians: path('/barn/:childId/familjen/vardnadshavare'),
    endGuardian: path('/barn/:childId/familjen/vardnadshavare/:personId/ta-bort'),
  },
  wheel: {
    show: path('/barn/:childId/hjulet'),
    start: path('/barn/:childId/samla'),
    addStatement: path('/barn/:childId/hjulet/ny'),
    changeStatement: path('/barn/:childId/hjulet/:itemId'),
    statementRead: path('/barn/:childId/hjulet/:itemId/last'),
    readers: path('/barn/:childId/hjulet/:itemId/lasare'),
    colleague: path('/barn/:childId/kollega'),
    workDone: path('/barn/:childId/kollega/klar'),
    takeBack: path('/barn/:childId/kollega/:assignmentId'),
    notes: path('/barn/:childId/anteckningar'),
    ask: path('/barn/:childId/fragor/ny'),
    answer: path('/barn/:childId/fragor/:itemId'),
    byTelephone: path('/barn/:childId/fragor/:itemId/telefon'),
    answerRead: path('/barn/:childId/fragor/:itemId/last'),
    analyse: path('/barn/:childId/analys'),
  },
  support: {
    start: path('/barn/:childId/stod/nytt'),
    show: path('/barn/:childId/stod/:itemId'),
    end: path('/barn/:childId/stod/:itemId/avsluta'),
  },
  handover: {
    prepare: path('/barn/:childId/overlamna'),
    kept: path('/barn/:childId/det-ni-har-skrivit'),
    show: path('/barn/:childId/overlamning/:handoverId'),
    offer: path('/barn/:childId/overlamning/:handoverId/erbjud'),
    accept: path('/barn/:childId/overlamning/:handoverId/ta-emot'),
    sendBack: path('/barn/:childId/overlamning/:handoverId/skicka-tillbaka'),
    takeBack: path('/barn/:childId/overlamning/:handoverId/ta-tillbaka'),
  },
  close: path('/barn/:childId/avsluta'),
  sharing: {
    consents: path('/barn/:childId/samtycke'),
    ask: path('/barn/:childId/samtycke/nytt'),
    sheet: path('/barn/:childId/samtycke/:consentId'),
    takeBack: path('/barn/:childId/samtycke/:consentId/ta-tillbaka'),
    noteAnswer: path('/barn/:childId/samtycke/:consentId/svar'),
    letIn: path('/barn/:childId/samtycke/:consentId/bjud-in'),
    goOn: path('/barn/:childId/samtycke/:consentId/klart'),
    end: path('/barn/:childId/delning/:grantId/avsluta'),
    explain: path('/barn/:childId/delning/:grantId/varfor'),
    open: path('/barn/:childId/visa'),
    whoSees: path('/barn/:childId/vem-ser'),
    ending: path('/samtycken'),
  },
  readerLog: {
    show: path('/barn/:childId/vem-har-last'),
    answer: path('/barn/:childId/vem-har-last/:questionId'),
    hold: path('/barn/:childId/var-lasning'),
  },
  meeting: {
    call: path('/barn/:childId/mote/nytt'),
    show: path('/barn/:childId/mote/:meetingId'),
    change: path('/barn/:childId/mote/:meetingId/andra'),
    answer: path('/barn/:childId/mote/:meetingId/svar'),
    hold: path('/barn/:childId/mote/:meetingId/anteckna'),
    invite: path('/barn/:childId/mote/:meetingId/fler'),
    siblings: path('/barn/:childId/mote/:meetingId/syskon'),
    holds: path('/tider'),
    told: path('/barn/:childId/berattat'),
  },
  plan: {
    show: path('/barn/:childId/plan'),
    start: path('/barn/:childId/plan/ny'),
    addGoal: path('/barn/:childId/plan/mal/nytt'),
    changeGoal: path('/barn/:childId/plan/mal/:partId'),
    addAction: path('/barn/:childId/plan/insatser/ny'),
    changeAction: path('/barn/:childId/plan/insatser/:partId'),
    contacts: path('/barn/:childId/plan/kontakter'),
    other: path('/barn/:childId/plan/mer'),
    agree: path('/barn/:childId/plan/samsyn'),
    parties: path('/barn/:childId/plan/parter'),
    lead: path('/barn/:childId/plan/samverkansansvarig'),
    versions: path('/barn/:childId/plan/versioner'),
    pdf: path('/barn/:childId/plan/utskrift'),
    childsReading: path('/barn/:childId/min-plan'),
    followUp: path('/barn/:childId/plan/uppfoljning'),
    end: path('/barn/:childId/plan/avsluta'),
  },
} as const
