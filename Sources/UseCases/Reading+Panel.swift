public import Workflow

extension Reading {
    /// Who could sit on the panel of this project's inspection today: panel members in office who had no hand in its
    /// application, verification or award; beside them whoever asks, of whom the rules judge. For whoever may ask what
    /// is possible.
    public func panel(of id: ProjectID, for person: Person) async throws(UseCaseError) -> [Person] {
        try permit(person, .possibilities, id.town)
        let found = try await stored { try await projects.fold(of: id) }
        guard let project = found?.project else { throw .notFound }
        let today = clock.now().civilDate
        let barred = project.duties.barredFromPanel
        return try await directory.people(of: id.town)
            .filter {
                $0.holds(.panelMember, over: project.place, on: today)
                    && (!barred.contains($0.id) || $0.id == person.id)
            }
    }
}
