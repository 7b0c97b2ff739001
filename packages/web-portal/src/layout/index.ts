export { Frame } from './Frame.tsx'
export { PageTop, WhenLoaded } from './PageTop.tsx'
export { PortalContext, usePortal, type Portal } from './portal-context.ts'
