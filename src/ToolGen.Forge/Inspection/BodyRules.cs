using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ToolGen.Forge.Inspection;

/// <summary>Reads one method's body: each token through the list, no instruction over raw memory, and the few unsafe idioms of the compiler only as it writes them.</summary>
internal sealed class BodyRules(PEReader pe, MetadataReader metadata, TokenRules tokens, ConstantData constants)
{
    private static readonly HashSet<OpCode> Refused =
    [
        OpCodes.Calli, OpCodes.Jmp, OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Localloc, OpCodes.Arglist, OpCodes.Mkrefany, OpCodes.Refanyval, OpCodes.Refanytype, OpCodes.Sizeof,
        OpCodes.Conv_I, OpCodes.Conv_U, OpCodes.Break, OpCodes.Cpobj, OpCodes.Ldind_I, OpCodes.Stind_I,
        OpCodes.Volatile, OpCodes.Unaligned, OpCodes.Tailcall,
        OpCodes.Prefix1, OpCodes.Prefix2, OpCodes.Prefix3, OpCodes.Prefix4, OpCodes.Prefix5, OpCodes.Prefix6, OpCodes.Prefix7, OpCodes.Prefixref,
    ];

    private static readonly HashSet<OpCode> FieldAddresses = [OpCodes.Stsfld, OpCodes.Ldsflda, OpCodes.Stfld, OpCodes.Ldflda];

    /// <summary>Reads the body of a method.</summary>
    /// <param name="method">With a body.</param>
    /// <param name="guard">Reads one part of it, at an offset.</param>
    public void Check(MethodDefinition method, Action<int, Action> guard)
    {
        var body = pe.GetMethodBody(method.RelativeVirtualAddress);
        ImmutableArray<string> locals = [];
        guard(0, () => locals = this.Locals(body));
        IReadOnlyList<Instruction> code = [];
        guard(0, () => code = Instruction.Decode(body.GetILReader()));
        guard(0, () => this.Regions(body, code));
        var entered = code.SelectMany(instruction => instruction.Targets).ToHashSet();
        for (var index = 0; index < code.Count; index++)
        {
            var at = index;
            guard(code[at].Offset, () => this.Instruct(code, at, locals, entered));
        }
    }

    private ImmutableArray<string> Locals(MethodBodyBlock body)
    {
        if (body.LocalSignature.IsNil) return [];
        if (!body.LocalVariablesInitialized) throw RefusedException.Code("locals that are not cleared");
        tokens.Seen(body.LocalSignature);
        return tokens.Signatures.Locals(metadata.GetStandaloneSignature(body.LocalSignature).Signature);
    }

    private void Regions(MethodBodyBlock body, IReadOnlyList<Instruction> code)
    {
        var starts = code.Select(instruction => instruction.Offset).Append(body.GetILReader().Length).ToHashSet();
        foreach (var region in body.ExceptionRegions)
        {
            int[] borders = [region.TryOffset, region.TryOffset + region.TryLength, region.HandlerOffset, region.HandlerOffset + region.HandlerLength];
            if (borders.Any(border => !starts.Contains(border)) || (region.Kind == ExceptionRegionKind.Filter && !starts.Contains(region.FilterOffset))) throw RefusedException.Code("a handler inside an instruction");
            if (!region.CatchType.IsNil) tokens.Type(region.CatchType);
        }
    }

    private void Instruct(IReadOnlyList<Instruction> code, int index, ImmutableArray<string> locals, HashSet<int> entered)
    {
        var instruction = code[index];
        if (Refused.Contains(instruction.Code)) throw RefusedException.Code($"the instruction `{instruction.Code}`, which works on raw memory or bare functions");
        if (instruction.LoadedLocal is { } local && local < locals.Length && SignatureRules.IsUncopied(locals[local])) throw RefusedException.Code($"a copy of a `{locals[local]}`");
        switch (instruction.Code.OperandType)
        {
            case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok or OperandType.InlineType:
                this.Token(code, index, Handle(instruction.Operand), entered);
                break;
            case OperandType.InlineString when MetadataTokens.Handle(instruction.Operand) is { Kind: HandleKind.UserString } text:
                metadata.GetUserString((UserStringHandle)text);
                break;
            case OperandType.InlineString or OperandType.InlineSig:
                throw RefusedException.Code("a signature or text of its own kind");
        }
    }

    private void Token(IReadOnlyList<Instruction> code, int index, EntityHandle handle, HashSet<int> entered)
    {
        var instruction = code[index];
        Instruction? Before(int steps) => index >= steps && Enumerable.Range(index - steps + 1, steps).All(each => !entered.Contains(code[each].Offset)) ? code[index - steps] : null;

        if ((instruction.Code == OpCodes.Newobj || instruction.Code == OpCodes.Call) && tokens.IsSpanOfMemory(handle))
        {
            if (Before(2) is not { } field || field.Code != OpCodes.Ldsflda || Before(1)?.Constant is not { } length || length < 0 || length > constants.SizeOf(Handle(field.Operand)))
                throw RefusedException.Code("a span over memory that is no constant of its own");
            return;
        }

        if (constants.IsConstant(handle))
        {
            tokens.Member(handle);
            if (!this.IsRead(code, index)) throw RefusedException.Code("constant data in another place than where a list or text begins");
            return;
        }

        if (instruction.Code.OperandType is OperandType.InlineType || (instruction.Code.OperandType is OperandType.InlineTok && handle.Kind is HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification))
        {
            if (tokens.Type(handle) is var type && SignatureRules.IsUncopied(type) && instruction.Code != OpCodes.Constrained) throw RefusedException.Code($"a copy of a `{type}`");
            return;
        }

        if (instruction.Code.OperandType is OperandType.InlineTok) throw RefusedException.Code("a method or field as data");
        var used = tokens.Member(handle);
        if (FieldAddresses.Contains(instruction.Code) && !used.IsOwn && !used.Type.StartsWith("System.ValueTuple`", StringComparison.Ordinal)) throw RefusedException.Code($"a change of `{used}`");
        var makesFunction = instruction.Code == OpCodes.Ldftn || instruction.Code == OpCodes.Ldvirtftn;
        if (makesFunction && !(index + 1 < code.Count && code[index + 1].Code == OpCodes.Newobj && tokens.Member(Handle(code[index + 1].Operand)).IsDelegateConstructor)) throw RefusedException.Code("a bare function");
        if (used.IsDelegateConstructor && !(instruction.Code == OpCodes.Newobj && Before(1) is { } made && (made.Code == OpCodes.Ldftn || made.Code == OpCodes.Ldvirtftn)))
            throw RefusedException.Code($"a `{used.Type}` of no function");
        if (used is { Type: "System.Runtime.CompilerServices.RuntimeHelpers", Name: "CreateSpan" or "InitializeArray" } && !(Before(1) is { } data && data.Code == OpCodes.Ldtoken && constants.IsConstant(Handle(data.Operand))))
            throw RefusedException.Code("data that is no constant of its own");
        if (CompilerHelpers.IsHelper(used) && !CompilerHelpers.IsRightCall(used, Before(1)?.Constant)) throw RefusedException.Code($"a wrong call of `{used}`");
    }

    // `ldtoken` before the call that takes it, or an address before a length and a span: what comes after is checked there.
    private bool IsRead(IReadOnlyList<Instruction> code, int index)
    {
        if (code[index].Code == OpCodes.Ldtoken)
            return index + 1 < code.Count && code[index + 1].Code == OpCodes.Call && tokens.Member(Handle(code[index + 1].Operand)) is { Type: "System.Runtime.CompilerServices.RuntimeHelpers" };
        return code[index].Code == OpCodes.Ldsflda && index + 2 < code.Count && code[index + 1].Constant is not null
            && (code[index + 2].Code == OpCodes.Newobj || code[index + 2].Code == OpCodes.Call) && tokens.IsSpanOfMemory(Handle(code[index + 2].Operand));
    }

    private static EntityHandle Handle(int token) =>
        (uint)token >> 24 is 0x01 or 0x02 or 0x04 or 0x06 or 0x0A or 0x1B or 0x2B ? MetadataTokens.EntityHandle(token) : throw RefusedException.Undecodable($"a token {token:x8}");
}
