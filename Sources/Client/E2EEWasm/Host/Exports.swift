// What the module exports besides its memory: `allocate` and `release` for what goes in and comes out, and `call`
// (Web/crypto/core.js calls them). One call at a time: a call that is suspended keeps its frames on the one stack.
#if hasFeature(Embedded)
    private nonisolated(unsafe) var calls = Calls(keys: HostKeyHandles())

    @_expose(wasm, "allocate")
    @_cdecl("allocate")
    public func allocate(_ count: Int32) -> UnsafeMutableRawPointer {
        .allocate(byteCount: Int(count), alignment: 8)
    }

    @_expose(wasm, "release")
    @_cdecl("release")
    public func release(_ block: UnsafeMutableRawPointer) {
        block.deallocate()
    }

    /// - Returns: a block to be released: the count of the answer's bytes as a number of wasm, then the answer.
    @_expose(wasm, "call")
    @_cdecl("call")
    public func call(
        _ operation: UInt32, _ arguments: UnsafePointer<UInt8>, _ count: Int32
    ) -> UnsafeMutableRawPointer {
        let answer = calls.answer(operation, Array(UnsafeBufferPointer(start: arguments, count: Int(count))))
        let block = allocate(Int32(answer.count + MemoryLayout<UInt32>.size))
        block.storeBytes(of: UInt32(answer.count), as: UInt32.self)
        (block + MemoryLayout<UInt32>.size).copyMemory(from: answer, byteCount: answer.count)
        return block
    }
#endif
