using System;
using System.Runtime.InteropServices;
using ToolGen.Sandbox.Worker.Hardening;

namespace ToolGen.Sandbox.Tests.Hardening;

/// <summary>Runs a filter as the kernel would, for either processor.</summary>
internal static class FilterMachine
{
    public static uint Run(FilterStep[] steps, Architecture processor, int number, params long[] arguments) => Run(steps, FilterProgram.AuditOf(processor), (uint)number, arguments);

    public static uint Run(FilterStep[] steps, uint audit, uint number, params long[] arguments)
    {
        uint held = 0;
        for (var at = 0; at < steps.Length; at++)
        {
            var (code, ifTrue, ifFalse, operand) = steps[at];
            switch (code)
            {
                case FilterProgram.Load:
                    held = Word(audit, number, arguments, operand);
                    break;
                case FilterProgram.And:
                    held &= operand;
                    break;
                case FilterProgram.JumpEqual:
                    at += held == operand ? ifTrue : ifFalse;
                    break;
                case FilterProgram.JumpAtLeast:
                    at += held >= operand ? ifTrue : ifFalse;
                    break;
                case FilterProgram.JumpAnyBit:
                    at += (held & operand) != 0 ? ifTrue : ifFalse;
                    break;
                case FilterProgram.Return:
                    return operand;
                default:
                    throw new InvalidOperationException($"no such instruction: {code}");
            }
        }

        throw new InvalidOperationException("the filter has no end");
    }

    private static uint Word(uint audit, uint number, long[] arguments, uint at)
    {
        if (at == FilterProgram.AtNumber) return number;
        if (at == FilterProgram.AtProcessor) return audit;
        var index = (int)(at - FilterProgram.AtArguments) / 8;
        var value = index < arguments.Length ? arguments[index] : 0;
        return (at - FilterProgram.AtArguments) % 8 == 0 ? (uint)value : (uint)(value >> 32);
    }
}
