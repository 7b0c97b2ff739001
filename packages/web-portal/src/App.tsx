/** One page at a time, in the frame that always offers a person to talk to. */
import { Component, lazy, Suspense, useMemo, type ReactNode } from 'react'
import { useLanguage } from './i18n/index.ts'
import { BigLink, Says, useLoad, usePath, type Loaded } from './kit/index.ts'
import {
  AccountPage,
  api,
  CasesPage,
  ClaimPage,
  ConsentPage,
  Frame,
  GuidePage,
  HelpPage,
  HomePage,
  isOwn,
  LetterPage,
  LettersPage,
  LookUpPage,
  MessagesPage,
  pageOf,
  PageTop,
  PaperPage,
  PapersOfPage,
  PapersPage,
  PeoplePage,
  PrivacyPage,
  PortalContext,
  ProveFirst,
  RegisterPage,
  ReportPage,
  SignInPage,
  SignPage,
  WorkingPage,
  type Page,
  type PortalAnswer,
} from './portal/index.ts'

const AskPage = lazy(() => import('./knowledge/AskPage.tsx'))
const ReadPage = lazy(() => import('./knowledge/ReadPage.tsx'))
const BookVisitPage = lazy(() => import('./visits/BookVisitPage.tsx'))
const EnrolmentPage = lazy(() => import('./programme/EnrolmentPage.tsx'))
const IntroductionsPage = lazy(() => import('./programme/IntroductionsPage.tsx'))
const IntroductionPage = lazy(() => import('./programme/IntroductionPage.tsx'))
const ComplainPage = lazy(() => import('./complaints/ComplainPage.tsx'))
const PublishedPage = lazy(() => import('./complaints/published/PublishedPage.tsx'))
const PublicationPage = lazy(() => import('./complaints/published/PublicationPage.tsx'))
const TipPage = lazy(() => import('./complaints/tips/TipPage.tsx'))
const VideoPage = lazy(() => import('./visits/VideoPage.tsx'))
const ChatPage = lazy(() => import('./service-desk/ChatPage.tsx'))
const AssistantPage = lazy(() => import('./knowledge/AssistantPage.tsx'))

export function App() {
  const path = usePath()
  const page = useMemo(() => pageOf(path.split('?')[0] ?? ''), [path])
  const me = useLoad(api.portalMe, {})
  const contacts = useLoad(api.portalContacts, {})
  const portal = useMemo(
    () => ({ me: me.value, contacts: contacts.value, refreshMe: me.again }),
    [me.value, contacts.value, me.again],
  )
  return (
    <PortalContext value={portal}>
      <Frame path={path}>
        <KeepGoing key={path.split('?')[0]} shown={<Broken />}>
          <Suspense fallback={<Coming />}>{beforeOwn(page, me) ?? pageElement(page)}</Suspense>
        </KeepGoing>
      </Frame>
    </PortalContext>
  )
}

/** Pages that need nothing but their address. */
const PLAIN = {
  home: HomePage,
  report: ReportPage,
  cases: CasesPage,
  lookUp: LookUpPage,
  papersOf: PapersOfPage,
  guide: GuidePage,
  help: HelpPage,
  signIn: SignInPage,
  people: PeoplePage,
  register: RegisterPage,
  consent: ConsentPage,
  ask: AskPage,
  chat: ChatPage,
  assistant: AssistantPage,
  visits: BookVisitPage,
  enrol: EnrolmentPage,
  complain: ComplainPage,
  published: PublishedPage,
  tip: TipPage,
  introductions: IntroductionsPage,
  notFound: NotFound,
} as const

/** What stands before a page of one's own; without an answer the page itself says what is wrong with the network. */
function beforeOwn(page: Page, me: Loaded<PortalAnswer<'portalMe'>>): ReactNode {
  if (!isOwn(page) || me.failed !== null || me.value?.signedIn) return null
  return me.value === null ? <Coming /> : <ProveFirst />
}

function pageElement(page: Page): ReactNode {
  switch (page.name) {
    case 'privacy':
      return <PrivacyPage linkId={page.linkId} />
    case 'claim':
      return <ClaimPage claimId={page.claimId} />
    case 'papers':
      return <PapersPage claimId={page.claimId} />
    case 'paper':
      return <PaperPage claimId={page.claimId} code={page.code} />
    case 'working':
      return <WorkingPage claimId={page.claimId} />
    case 'account':
      return <AccountPage claimId={page.claimId} />
    case 'letters':
      return <LettersPage claimId={page.claimId} />
    case 'messages':
      return <MessagesPage claimId={page.claimId} />
    case 'sign':
      return <SignPage claimId={page.claimId} />
    case 'letter':
      return <LetterPage claimId={page.claimId} letterId={page.letterId} />
    case 'article':
      return <ReadPage articleId={page.articleId} />
    case 'publication':
      return <PublicationPage publicationId={page.publicationId} />
    case 'introduction':
      return <IntroductionPage introductionId={page.introductionId} />
    case 'video':
      return <VideoPage token={page.token} />
    default: {
      const Plain = PLAIN[page.name]
      return <Plain />
    }
  }
}

/** The page itself is on its way. */
function Coming() {
  const { t } = useLanguage()
  return <p role="status">{t.loading}</p>
}

function NotFound() {
  const { t } = useLanguage()
  return (
    <>
      <PageTop title={t.errors.notFoundTitle} />
      <p>{t.errors.notFound}</p>
      <BigLink to="/portal/" look="main">
        {t.home}
      </BigLink>
    </>
  )
}

function Broken() {
  const { t } = useLanguage()
  return (
    <>
      <PageTop title={t.errors.notFoundTitle} />
      <Says mood="bad">{t.errors.fault}</Says>
      <BigLink to="/portal/" look="main">
        {t.home}
      </BigLink>
    </>
  )
}

/** A page that breaks leaves the frame standing, with the telephone in it. */
class KeepGoing extends Component<
  { readonly shown: ReactNode; readonly children: ReactNode },
  { readonly broken: boolean }
> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? this.props.shown : this.props.children
  }
}
