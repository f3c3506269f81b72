using System;
using System.Runtime.InteropServices;

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>One instruction of the kernel's classic packet filter (<c>struct sock_filter</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FilterStep(ushort Code, byte IfTrue, byte IfFalse, uint Operand);

/// <summary>
/// A filter of system calls being written: what is not let pass is refused (<c>seccomp(2)</c>, <c>struct seccomp_data</c>). Every worker writes it anew when it starts: it is
/// written with little that a runtime would have to compile first.
/// </summary>
internal sealed class FilterProgram(Architecture processor)
{
    public const uint Pass = 0x7FFF0000, KillProcess = 0x80000000, NotPermitted = 0x00050000 | 1, NotThere = 0x00050000 | 38;
    public const ushort Load = 0x20, Return = 0x06, And = 0x54, JumpEqual = 0x15, JumpAtLeast = 0x35, JumpAnyBit = 0x45;
    public const uint AtNumber = 0, AtProcessor = 4, AtArguments = 16;

    /// <summary>The first number of the ones that a C library must not count on: all newer ones say that they are not there.</summary>
    private const uint Newer = 424;

    private const int Most = 512;

    private readonly FilterStep[] steps = new FilterStep[Most];
    private int count;

    public static uint AuditOf(Architecture processor) => processor == Architecture.Arm64 ? 0xC00000B7 : 0xC000003E;

    /// <summary>Ends the process for numbers of another processor, and for those of the other set of this one (x32).</summary>
    public void OfThisProcessorOnly()
    {
        this.Step(Load, AtProcessor);
        this.Step(JumpEqual, AuditOf(processor), 1, 0);
        this.Step(Return, KillProcess);
        this.Step(Load, AtNumber);
        if (processor != Architecture.X64) return;
        this.Step(JumpAtLeast, 0x40000000, 0, 1);
        this.Step(Return, KillProcess);
    }

    public void Let(int number) => this.Decide(number, Pass);

    public void Miss(SystemCall call) => this.Decide(call.On(processor), NotThere);

    /// <summary>Where the argument is one of the values.</summary>
    public void LetWhereOneOf(SystemCall call, int argument, params ReadOnlySpan<uint> values)
    {
        if (!this.Is(call, values.Length + 3)) return;
        this.Step(Load, Low(argument));
        for (var at = 0; at < values.Length; at++) this.Step(JumpEqual, values[at], (byte)(values.Length - at), 0);
        this.Step(Return, NotPermitted);
        this.Step(Return, Pass);
    }

    /// <summary>Where none of the bits is set.</summary>
    public void LetWithout(SystemCall call, int argument, uint bits)
    {
        if (!this.Is(call, 4)) return;
        this.Step(Load, Low(argument));
        this.Step(JumpAnyBit, bits, 0, 1);
        this.Step(Return, NotPermitted);
        this.Step(Return, Pass);
    }

    /// <summary>Where all of the bits are set, and none of the others.</summary>
    public void LetWithAll(SystemCall call, int argument, uint bits, uint without)
    {
        if (!this.Is(call, 6)) return;
        this.Step(Load, Low(argument));
        this.Step(JumpAnyBit, without, 3, 0);
        this.Step(And, bits);
        this.Step(JumpEqual, bits, 0, 1);
        this.Step(Return, Pass);
        this.Step(Return, NotPermitted);
    }

    /// <summary>Where one argument is one of two values, and another is null.</summary>
    public void LetWhereOneOfAndNull(SystemCall call, int argument, uint first, uint second, int @null)
    {
        if (!this.Is(call, 9)) return;
        this.Step(Load, Low(argument));
        this.Step(JumpEqual, first, 1, 0);
        this.Step(JumpEqual, second, 0, 5);
        this.Step(Load, Low(@null));
        this.Step(JumpEqual, 0, 0, 3);
        this.Step(Load, Low(@null) + 4);
        this.Step(JumpEqual, 0, 0, 1);
        this.Step(Return, Pass);
        this.Step(Return, NotPermitted);
    }

    /// <summary>
    /// Maps of memory that is the process's own, and of files that are read. Memory that could be shared stays where it is when its pages are given back: no limit of a process
    /// counts it then.
    /// </summary>
    public void LetOwnMemory(SystemCall map)
    {
        const uint shared = 0x1, unnamed = 0x20, write = 0x2;
        if (!this.Is(map, 7)) return;
        this.Step(Load, Low(3));
        this.Step(JumpAnyBit, shared, 0, 4);
        this.Step(JumpAnyBit, unnamed, 2, 0);
        this.Step(Load, Low(2));
        this.Step(JumpAnyBit, write, 0, 1);
        this.Step(Return, NotPermitted);
        this.Step(Return, Pass);
    }

    public void Refuse(SystemCall call) => this.Decide(call.On(processor), NotPermitted);

    /// <summary>The whole: all else is let pass.</summary>
    public FilterStep[] LettingTheRest()
    {
        this.Step(Return, Pass);
        return this.steps[..this.count];
    }

    /// <summary>The whole: all else is refused.</summary>
    public FilterStep[] RefusingTheRest()
    {
        this.Step(JumpAtLeast, Newer, 0, 1);
        this.Step(Return, NotThere);
        this.Step(Return, NotPermitted);
        return this.steps[..this.count];
    }

    private static uint Low(int argument) => AtArguments + (8 * (uint)argument);

    private void Decide(int number, uint outcome)
    {
        if (number < 0) return;
        this.Step(JumpEqual, (uint)number, 0, 1);
        this.Step(Return, outcome);
    }

    /// <summary>Begins what is decided of one call; false where this processor has none of that name.</summary>
    private bool Is(SystemCall call, int length)
    {
        var number = call.On(processor);
        if (number >= 0) this.Step(JumpEqual, (uint)number, 0, (byte)length);
        return number >= 0;
    }

    private void Step(ushort code, uint operand, byte ifTrue = 0, byte ifFalse = 0) => this.steps[this.count++] = new(code, ifTrue, ifFalse, operand);
}
