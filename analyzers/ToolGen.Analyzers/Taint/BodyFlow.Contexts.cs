using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>What callees are told of their inputs.</summary>
internal sealed partial class BodyFlow
{
    /// <summary>What this caller knows of a callee's inputs that changes what the callee does: functions, and types that dispatch turns on.</summary>
    private Context Knows(Body callee, Value receiver, ImmutableArray<Value> arguments)
    {
        var known = ImmutableArray.CreateBuilder<(ISymbol, Atom)>();
        for (var i = 0; i < callee.Parameters.Length && i < arguments.Length; i++) Add(callee.Parameters[i], callee.Parameters[i].Type, arguments[i]);
        // A text of ours beside one of somebody else's is what that one is judged by, such as the folder of a path.
        var texts = callee.Parameters.Select((parameter, i) => (parameter, value: i < arguments.Length ? arguments[i] : Value.None)).Where(one => one.parameter.Type.SpecialType == SpecialType.System_String).ToArray();
        foreach (var (parameter, value) in texts)
            if (texts.Length > 1 && value.Ends is { Length: > 0 } end && end[end.Length - 1] is '/' or '\\' && this.IsOurs(value)) known.Add((parameter, new TextAtom("/")));
        foreach (var (parameter, value) in texts)
            if (!value.IsClean && value.Allowed is { } allowed && UnquotedAtom.Of(allowed) is { } unquoted) known.Add((parameter, unquoted));
        if (callee.Symbol is { IsStatic: false, ContainingType: { } own }) Add(own.OriginalDefinition, own, receiver);
        return known.Count == 0 ? Context.Any : new(known.ToImmutable());

        void Add(ISymbol root, ITypeSymbol type, Value value)
        {
            var isOpen = type.TypeKind == TypeKind.Interface || type is { TypeKind: TypeKind.Class, IsSealed: false } && type.GetMembers().Any(member => member.IsVirtual || member.IsAbstract);
            if (type.TypeKind != TypeKind.Delegate && !isOpen && type.SpecialType != SpecialType.System_Object) return;
            foreach (var flow in value.Flows)
            {
                if (flow.Atom is FunctionAtom function) known.Add((root, function));
                else if (isOpen && flow.Atom is ObjectAtom { Type: { IsAbstract: false, Locations: [{ IsInSource: true }, ..] } exact }) known.Add((root, new TypeAtom(exact)));
                else if (isOpen && flow.Atom is InputAtom input) known.AddRange(context.TypesOf(input.Root).Select(one => (root, (Atom)new TypeAtom(one))));
            }
        }
    }
}
