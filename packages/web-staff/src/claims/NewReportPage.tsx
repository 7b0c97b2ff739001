export default function NewReportPage() { return null }
