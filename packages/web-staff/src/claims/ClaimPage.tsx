export default function ClaimPage() { return null }
