public import UseCases

extension Installation {
    /// What leaves this installation, by the courier given.
    public func deliveries(by courier: any Courier) -> Deliveries {
        Deliveries(store: store, courier: courier, clock: clock)
    }
}
