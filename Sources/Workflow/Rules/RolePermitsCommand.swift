/// Only a person who holds a permitted role over the project's unit, on that day, may act; any one of the roles will do.
///
/// Refusal: `roleNotPermitted`. SQL: none.
public enum RolePermitsCommand {
    /// The role the person acts in: the first permitted one they hold.
    public static func check(_ command: Command.Kind, _ context: Context) throws(Refusal) -> Role {
        for role in command.permitted where context.by.holds(role, over: context.place, on: context.effectiveOn) {
            // Authority must hold today as well: whoever left office cannot act on an earlier day's behalf.
            if context.by.holds(role, over: context.place, on: context.recordedOn) { return role }
        }
        throw .roleNotPermitted(command)
    }
}
