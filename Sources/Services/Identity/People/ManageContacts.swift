internal import Basics
public import Contracts
internal import Protobuf
public import WireProtocol

/// One's own list: contacts, requests and blocks.
extension IdentityService {
    public func getContacts(
        _ request: GetContactsRequest, context: CallContext
    ) async throws(APIError) -> GetContactsResponse {
        let caller = try context.owner(of: request.id)
        let limit = try pageSize(request.limit)
        if let state = request.state, !Self.listedStates.contains(state) { throw .invalid(field: "state") }
        let above = try Self.user(ofContactCursor: request.cursor)
        let found: [Contact]
        do throws(StoreError) {
            // One more than asked for tells whether there is another page.
            found = try await ports.contacts.contacts(
                of: caller.userID, in: request.state, above: above, limit: limit + 1)
        } catch {
            throw error.apiError
        }
        let page = Array(found.prefix(limit))
        var next: String?
        if found.count > limit, let last = page.last {
            next = Base64URL.encode(ContactListCursor(userID: last.userID).protobufBytes())
        }
        return GetContactsResponse(contacts: page, nextCursor: next)
    }

    public func requestContact(
        _ request: RequestContactRequest, context: CallContext
    ) async throws(APIError) -> ContactResponse {
        let caller = try context.owner(of: request.id)
        let other = UserID(request.userID)
        guard other != caller.userID else { throw .invalid(field: "userId") }
        return try await change(.request, of: other, by: caller)
    }

    public func updateContact(
        _ request: UpdateContactRequest, context: CallContext
    ) async throws(APIError) -> ContactResponse {
        let caller = try context.owner(of: request.id)
        let other = UserID(request.contactID)
        guard other != caller.userID else { throw .invalid(field: "contactId") }
        switch request.state {
        case .accepted: return try await change(.accept, of: other, by: caller)
        case .blocked: return try await change(.block, of: other, by: caller)
        default: throw .invalid(field: "state")
        }
    }

    public func deleteContact(
        _ request: DeleteContactRequest, context: CallContext
    ) async throws(APIError) -> DeleteContactResponse {
        let caller = try context.owner(of: request.id)
        do throws(APIError) {
            _ = try await change(.remove, of: UserID(request.contactID), by: caller)
        } catch {
            // Whom nobody is, nobody has in a list.
            throw error.code == .userNotFound ? APIError(.contactNotFound) : error
        }
        return DeleteContactResponse()
    }

    private static let listedStates: Set<ContactState> = [.pending, .accepted, .blocked]

    private func change(
        _ action: ContactAction, of other: UserID, by caller: Caller
    ) async throws(APIError) -> ContactResponse {
        let contactLimits = ContactLimits(
            contactsMax: limits.contactsMax, blocksMax: limits.blocksMax, pendingMax: limits.pendingContactsMax,
            requestsPerDayMax: limits.contactRequestsPerDayMax)
        let bus = bus
        let outcome: ContactOutcome
        do throws(StoreError) {
            outcome = try await ports.contacts.change(
                action, of: other, by: caller.userID, limits: contactLimits,
                committed: { outcome in
                    guard case .changed(let change) = outcome else { return }
                    bus.publish(Event(body: .relationsChanged(change.relations)))
                })
        } catch {
            throw error.apiError
        }
        switch outcome {
        case .changed(let change): return ContactResponse(contact: change.contact, replayed: change.looksUnchanged)
        case .unchanged(let contact): return ContactResponse(contact: contact, replayed: true)
        case .refused(let refusal): throw refusal.apiError
        }
    }

    private static func user(ofContactCursor text: String) throws(APIError) -> UserID {
        guard !text.isEmpty else { return UserID(0) }
        guard let bytes = Base64URL.decode(text), let cursor = try? ContactListCursor(protobuf: bytes),
            cursor.userID <= UInt64(Int64.max)
        else { throw .invalid(field: "cursor") }
        return UserID(cursor.userID)
    }

    // MARK: Between services

    public func getRelations(
        _ request: GetRelationsRequest, context: CallContext
    ) async throws(APIError) -> GetRelationsResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            return try await ports.contacts.relations(of: caller.userID)
        } catch {
            throw error.apiError
        }
    }

    public func getStandings(
        _ request: GetStandingsRequest, context: CallContext
    ) async throws(APIError) -> GetStandingsResponse {
        let caller = try context.authenticated()
        do throws(StoreError) {
            let people = request.userIDs.map { UserID($0) }
            return GetStandingsResponse(standings: try await ports.contacts.standings(of: caller.userID, with: people))
        } catch {
            throw error.apiError
        }
    }
}

extension ContactRefusal {
    fileprivate var apiError: APIError {
        switch self {
        case .noSuchUser: APIError(.userNotFound)
        case .noSuchContact: APIError(.contactNotFound)
        case .notRequested: APIError(.contactNotRequested)
        case .blocked: APIError(.contactBlocked)
        case .tooMany(let limit): APIError(.contactTooMany, details: ErrorDetails(limit: UInt64(limit)))
        case .tooManyToday(let milliseconds):
            APIError(.rateLimited, retryAfterMilliseconds: UInt32(clamping: milliseconds))
        }
    }
}

extension CallContext {
    /// The caller, when what is asked for is theirs. Others are told the same whether there is such a user or not.
    func owner(of user: UInt64) throws(APIError) -> Caller {
        let caller = try authenticated()
        guard caller.userID.rawValue == user else { throw APIError(.userNotOwn) }
        return caller
    }
}
