using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace ToolGen.Forge.Inspection;

/// <summary>One instruction of intermediate language.</summary>
/// <param name="Offset">In its body.</param>
/// <param name="Code">What it does.</param>
/// <param name="Operand">A token, an index or a small constant; 0 where there is none or it does not matter.</param>
/// <param name="Targets">Where it can jump to.</param>
internal sealed record Instruction(int Offset, OpCode Code, int Operand, ImmutableArray<int> Targets)
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).Where(code => code.OpCodeType != OpCodeType.Nternal).ToDictionary(code => code.Value);

    /// <summary>Reads a body from its first byte to its last; every jump must lead to the beginning of an instruction, so that nothing runs that was not read.</summary>
    public static IReadOnlyList<Instruction> Decode(BlobReader reader)
    {
        var instructions = new List<Instruction>();
        while (reader.RemainingBytes > 0)
        {
            var offset = reader.Offset;
            int value = reader.ReadByte();
            if (value == 0xFE) value = 0xFE00 | reader.ReadByte();
            if (!Codes.TryGetValue(unchecked((short)value), out var code)) throw RefusedException.Undecodable($"an instruction {value:x}");
            var targets = ImmutableArray<int>.Empty;
            var operand = 0;
            switch (code.OperandType)
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineI: operand = reader.ReadSByte(); break;
                case OperandType.ShortInlineVar: operand = reader.ReadByte(); break;
                case OperandType.InlineVar: operand = reader.ReadUInt16(); break;
                case OperandType.ShortInlineR: reader.ReadSingle(); break;
                case OperandType.InlineR or OperandType.InlineI8: reader.ReadInt64(); break;
                case OperandType.InlineSwitch:
                    var deltas = new int[reader.ReadUInt32() is <= 0xFFFF and var count ? count : throw RefusedException.Undecodable("a switch of too many cases")];
                    for (var index = 0; index < deltas.Length; index++) deltas[index] = reader.ReadInt32();
                    targets = [.. deltas.Select(delta => reader.Offset + delta)];
                    break;
                case OperandType.ShortInlineBrTarget: targets = [reader.ReadSByte() + reader.Offset]; break;
                case OperandType.InlineBrTarget: targets = [reader.ReadInt32() + reader.Offset]; break;
                default: operand = reader.ReadInt32(); break;
            }

            instructions.Add(new(offset, code, operand, targets));
        }

        var starts = instructions.Select(instruction => instruction.Offset).ToHashSet();
        if (instructions.Any(instruction => instruction.Targets.Any(target => !starts.Contains(target)))) throw RefusedException.Code("a jump into an instruction");
        return instructions;
    }

    /// <summary>The constant that a <c>ldc.i4</c> of any form puts on the stack; null for another instruction.</summary>
    public int? Constant => this.Code.Value switch
    {
        >= 0x15 and <= 0x1E => this.Code.Value - 0x16,
        0x1F or 0x20 => this.Operand,
        _ => null,
    };

    /// <summary>The local that a <c>ldloc</c> of any form reads; null for another instruction.</summary>
    public int? LoadedLocal => this.Code.Value switch
    {
        >= 0x06 and <= 0x09 => this.Code.Value - 0x06,
        0x11 => this.Operand,
        _ when this.Code == OpCodes.Ldloc => this.Operand,
        _ => null,
    };
}
