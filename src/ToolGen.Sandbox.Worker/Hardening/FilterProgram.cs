using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>One instruction of the kernel's classic packet filter (<c>struct sock_filter</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FilterStep(ushort Code, byte IfTrue, byte IfFalse, uint Operand);

/// <summary>A filter of system calls being written: what is not let pass is refused (<c>seccomp(2)</c>, <c>struct seccomp_data</c>).</summary>
internal sealed class FilterProgram(Architecture processor)
{
    public const uint Pass = 0x7FFF0000, KillProcess = 0x80000000, NotPermitted = 0x00050000 | 1, NotThere = 0x00050000 | 38;
    public const ushort Load = 0x20, Return = 0x06, And = 0x54, JumpEqual = 0x15, JumpAtLeast = 0x35, JumpAnyBit = 0x45;
    public const uint AtNumber = 0, AtProcessor = 4, AtArguments = 16;

    /// <summary>The first number of the ones that a C library must not count on: all newer ones say that they are not there.</summary>
    private const uint Newer = 424;

    private readonly List<FilterStep> steps = [];

    public static uint AuditOf(Architecture processor) => processor == Architecture.Arm64 ? 0xC00000B7 : 0xC000003E;

    /// <summary>Ends the process for numbers of another processor, and for those of the other set of this one (x32).</summary>
    public FilterProgram OfThisProcessorOnly()
    {
        this.Step(Load, AtProcessor).Step(JumpEqual, AuditOf(processor), 1, 0).Step(Return, KillProcess).Step(Load, AtNumber);
        return processor == Architecture.X64 ? this.Step(JumpAtLeast, 0x40000000, 0, 1).Step(Return, KillProcess) : this;
    }

    public FilterProgram Let(SystemCall call) => this.On(call, Return, Pass);

    public FilterProgram Miss(SystemCall call) => this.On(call, Return, NotThere);

    /// <summary>Where the argument is one of the values.</summary>
    public FilterProgram LetWhereOneOf(SystemCall call, int argument, params ReadOnlySpan<uint> values)
    {
        var body = new List<FilterStep> { new(Load, 0, 0, Low(argument)) };
        for (var at = 0; at < values.Length; at++) body.Add(new(JumpEqual, (byte)(values.Length - at), 0, values[at]));
        return this.On(call, [.. body, new(Return, 0, 0, NotPermitted), new(Return, 0, 0, Pass)]);
    }

    /// <summary>Where none of the bits is set.</summary>
    public FilterProgram LetWithout(SystemCall call, int argument, uint bits) =>
        this.On(call, [new(Load, 0, 0, Low(argument)), new(JumpAnyBit, 0, 1, bits), new(Return, 0, 0, NotPermitted), new(Return, 0, 0, Pass)]);

    /// <summary>Where all of the bits are set, and none of the others.</summary>
    public FilterProgram LetWithAll(SystemCall call, int argument, uint bits, uint without) =>
        this.On(call,
        [
            new(Load, 0, 0, Low(argument)), new(JumpAnyBit, 3, 0, without), new(And, 0, 0, bits), new(JumpEqual, 0, 1, bits), new(Return, 0, 0, Pass), new(Return, 0, 0, NotPermitted),
        ]);

    /// <summary>Where one argument is one of the values, and another is null.</summary>
    public FilterProgram LetWhereOneOfAndNull(SystemCall call, int argument, uint first, uint second, int @null) =>
        this.On(call,
        [
            new(Load, 0, 0, Low(argument)), new(JumpEqual, 1, 0, first), new(JumpEqual, 0, 5, second),
            new(Load, 0, 0, Low(@null)), new(JumpEqual, 0, 3, 0), new(Load, 0, 0, Low(@null) + 4), new(JumpEqual, 0, 1, 0), new(Return, 0, 0, Pass), new(Return, 0, 0, NotPermitted),
        ]);

    /// <summary>The whole: all else is refused.</summary>
    public FilterStep[] RefusingTheRest() => [.. this.steps, new(JumpAtLeast, 0, 1, Newer), new(Return, 0, 0, NotThere), new(Return, 0, 0, NotPermitted)];

    private static uint Low(int argument) => AtArguments + (8 * (uint)argument);

    private FilterProgram On(SystemCall call, ushort code, uint operand) => this.On(call, [new(code, 0, 0, operand)]);

    private FilterProgram On(SystemCall call, ReadOnlySpan<FilterStep> body)
    {
        if (call.On(processor) is var number and >= 0)
        {
            this.Step(JumpEqual, (uint)number, 0, (byte)body.Length);
            this.steps.AddRange(body);
        }

        return this;
    }

    private FilterProgram Step(ushort code, uint operand, byte ifTrue = 0, byte ifFalse = 0)
    {
        this.steps.Add(new(code, ifTrue, ifFalse, operand));
        return this;
    }
}
