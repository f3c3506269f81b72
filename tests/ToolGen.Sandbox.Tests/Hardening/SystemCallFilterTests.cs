using System;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Worker.Hardening;

namespace ToolGen.Sandbox.Tests.Hardening;

/// <summary>The filter of system calls, decision by decision, for both processors.</summary>
[TestClass]
public sealed class SystemCallFilterTests
{
    private const int Self = 4242, Other = 1;

    [TestMethod]
    [DataRow(Architecture.X64)]
    [DataRow(Architecture.Arm64)]
    public void Lets_harmless_calls_pass(Architecture processor)
    {
        foreach (var number in Harmless(processor)) Assert.AreEqual(FilterProgram.Pass, FilterMachine.Run(SystemCallFilter.Of(processor, Self), processor, number), $"{number}");
    }

    [TestMethod]
    [DataRow(Architecture.X64)]
    [DataRow(Architecture.Arm64)]
    public void Refuses_every_number_that_is_not_let_pass(Architecture processor)
    {
        SystemCall[] known = [SystemCall.Open, SystemCall.OpenAt, SystemCall.Split, SystemCall.TgKill, SystemCall.Fcntl, SystemCall.Ioctl, SystemCall.Prctl, SystemCall.PrLimit, SystemCall.SetAffinity, SystemCall.Seccomp];
        var numbers = known.Select(call => call.On(processor)).Concat(Harmless(processor)).ToHashSet();
        foreach (var number in Enumerable.Range(0, 600).Where(number => !numbers.Contains(number)))
            Assert.AreEqual(number >= 424 ? FilterProgram.NotThere : FilterProgram.NotPermitted, FilterMachine.Run(SystemCallFilter.Of(processor, Self), processor, number), $"{number}");
    }

    [TestMethod]
    public void Ends_the_process_for_numbers_of_another_processor()
    {
        var x64 = SystemCallFilter.Of(Architecture.X64, Self);
        Assert.AreEqual(FilterProgram.KillProcess, FilterMachine.Run(x64, 0x40000003, 0u));
        Assert.AreEqual(FilterProgram.KillProcess, FilterMachine.Run(x64, FilterProgram.AuditOf(Architecture.Arm64), 0u));
        Assert.AreEqual(FilterProgram.KillProcess, FilterMachine.Run(x64, FilterProgram.AuditOf(Architecture.X64), 0x40000000u), "x32");
        Assert.AreEqual(FilterProgram.KillProcess, FilterMachine.Run(SystemCallFilter.Of(Architecture.Arm64, Self), 0x40000028, 0u));
    }

    [TestMethod]
    [DataRow(0x3D0F00, true)] // a thread, as the C library makes them
    [DataRow(0x11, false)] // a process
    [DataRow(0x4111, false)] // vfork
    [DataRow(0x103D0F00, false)] // a thread in a user namespace
    [DataRow(0x3D2F00, false)] // a traced thread
    public void Lets_threads_be_made_and_nothing_else(int flags, bool pass) => Decides(SystemCall.Split, pass, flags);

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(0x80000, true)] // close on exec
    [DataRow(1, false)]
    [DataRow(2, false)]
    [DataRow(0x40, false)]
    [DataRow(0x200, false)]
    [DataRow(0x410000, false)] // an unnamed file
    public void Lets_files_be_opened_for_reading_alone(int flags, bool pass) => Decides(SystemCall.OpenAt, pass, -100, 0, flags);

    [TestMethod]
    [DataRow(3, 0x22, true)] // memory of its own
    [DataRow(1, 0x2, true)] // a file, read
    [DataRow(3, 0x2, true)] // a copy of a file
    [DataRow(1, 0x1, true)] // a file that others change, read
    [DataRow(3, 0x1, false)] // a file that others see changed
    [DataRow(3, 0x3, false)] // the same by the newer flag
    [DataRow(3, 0x21, false)] // shared memory
    [DataRow(0, 0x21, false)] // the same, to be opened up later
    public void Lets_memory_be_its_own_alone_once_the_tool_is_loaded(int protection, int flags, bool pass)
    {
        foreach (var processor in new[] { Architecture.X64, Architecture.Arm64 })
        {
            long[] arguments = [0, 4096, protection, flags, -1, 0];
            Assert.AreEqual(FilterProgram.Pass, Ask(processor, SystemCall.Map, arguments));
            Assert.AreEqual(pass ? FilterProgram.Pass : FilterProgram.NotPermitted, FilterMachine.Run(SystemCallFilter.OfTools(processor), processor, SystemCall.Map.On(processor), arguments));
        }
    }

    [TestMethod]
    public void Lets_one_more_filter_be_put_on_and_none_once_the_tool_is_loaded()
    {
        Decides(SystemCall.Seccomp, true, 1, 1);
        Decides(SystemCall.Seccomp, false, 0, 0);
        Assert.AreEqual(FilterProgram.NotPermitted, FilterMachine.Run(SystemCallFilter.OfTools(Architecture.X64), Architecture.X64, SystemCall.Seccomp.X64, 1, 1));
        foreach (var number in Harmless(Architecture.X64)) Assert.AreEqual(FilterProgram.Pass, FilterMachine.Run(SystemCallFilter.OfTools(Architecture.X64), Architecture.X64, number), $"{number}");
    }

    [TestMethod]
    public void Lets_signals_go_to_itself_alone()
    {
        Decides(SystemCall.TgKill, true, Self, 7, 6);
        Decides(SystemCall.TgKill, false, Other, 7, 6);
    }

    [TestMethod]
    public void Lets_its_limits_be_read_and_not_set()
    {
        Decides(SystemCall.PrLimit, true, 0, 3, 0, 0x1000);
        Decides(SystemCall.PrLimit, true, Self, 3, 0, 0x1000);
        Decides(SystemCall.PrLimit, false, 0, 3, 0x1000, 0);
        Decides(SystemCall.PrLimit, false, 0, 3, 0x1000_0000_0000, 0);
        Decides(SystemCall.PrLimit, false, Other, 3, 0, 0x1000);
    }

    [TestMethod]
    public void Is_not_longer_than_the_kernel_takes() => Assert.IsLessThan(4096, SystemCallFilter.Of(Architecture.X64, Self).Length);

    private static int[] Harmless(Architecture processor) =>
        [.. SystemCall.Harmless.ToArray().Where((_, at) => at % 2 == (processor == Architecture.Arm64 ? 1 : 0)).Select(number => (int)number).Where(number => number >= 0)];

    private static void Decides(SystemCall call, bool pass, params long[] arguments)
    {
        foreach (var processor in new[] { Architecture.X64, Architecture.Arm64 })
            Assert.AreEqual(pass ? FilterProgram.Pass : FilterProgram.NotPermitted, Ask(processor, call, arguments), processor.ToString());
    }

    private static uint Ask(Architecture processor, SystemCall call, params long[] arguments) => FilterMachine.Run(SystemCallFilter.Of(processor, Self), processor, call.On(processor), arguments);
}
