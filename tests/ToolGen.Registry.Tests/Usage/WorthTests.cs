using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Usage;

[TestClass]
public class WorthTests : RegistryTests
{
    [TestMethod]
    public async Task Faults_of_the_tool_alone_ask_for_a_quarantine()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.ApprovedAsync();
        await CalledAsync(opened, version, "caller", 30);
        await CalledAsync(opened, version, "environment", 30);
        await CalledAsync(opened, version, "tool", 4);
        Assert.AreEqual(0, Advise(opened).Count);
        await CalledAsync(opened, version, "tool", 1);
        var advice = Advise(opened).Single();
        Assert.AreEqual((AdviceKind.Quarantine, version.Id), (advice.Kind, advice.Id));
        StringAssert.Contains(advice.Why, "5 failed by its own fault");
        await CalledAsync(opened, version, "none", 20);
        Assert.AreEqual(0, Advise(opened).Count);
    }

    [TestMethod]
    public async Task What_is_called_less_often_than_the_logarithm_of_all_calls_is_hardly_used()
    {
        await using var opened = await this.MakeAsync();
        var busy = await opened.ApprovedAsync(MadeVersions.Of("busy", body: "return new Output(1);"));
        var idle = await opened.ApprovedAsync(MadeVersions.Of("idle", body: "return new Output(2);"));
        await CalledAsync(opened, busy, "none", 390);
        await CalledAsync(opened, idle, "none", 1);
        Assert.AreEqual((AdviceKind.Deprecate, idle.Id), Advise(opened).Select(one => (one.Kind, one.Id)).Single());
        await CalledAsync(opened, idle, "none", 1);
        Assert.AreEqual(0, Advise(opened).Count, "log20(392) is just below 2");
        var late = await opened.ApprovedAsync(MadeVersions.Of("late", body: "return new Output(3);"));
        Assert.AreEqual(0, late.CallsSince);
        Assert.AreEqual(0, Advise(opened).Count, "it only just came");
        Assert.AreEqual(2.0, Worth.Threshold(400), 0.001);
    }

    [TestMethod]
    public async Task A_newer_version_that_has_the_calls_takes_the_place_of_the_older()
    {
        await using var opened = await this.MakeAsync();
        var old = await opened.ApprovedAsync();
        await CalledAsync(opened, old, "none", 3);
        opened.Clock.Now += TimeSpan.FromDays(1);
        var next = await opened.ApprovedAsync(MadeVersions.Of(version: "1.1.0", body: "return new Output(input.N - input.N / 2);"));
        Assert.AreEqual(0, Advise(opened).Count);
        await CalledAsync(opened, next, "none", 3);
        var advice = Advise(opened).Single();
        Assert.AreEqual((AdviceKind.Superseded, old.Id, next.Id), (advice.Kind, advice.Id, advice.Other));
    }

    [TestMethod]
    public async Task The_same_code_under_another_name_is_told()
    {
        await using var opened = await this.MakeAsync();
        var first = await opened.ApprovedAsync();
        opened.Clock.Now += TimeSpan.FromDays(1);
        var second = await opened.Registry.AddAsync(MadeVersions.Of("half_of"), "maker");
        var advice = Advise(opened).Single();
        Assert.AreEqual((AdviceKind.Duplicate, second.Id, first.Id), (advice.Kind, advice.Id, advice.Other));
        Assert.AreEqual(Likeness.Code, advice.Likeness);
    }

    [TestMethod]
    public async Task What_an_approved_tool_passed_is_told_once_and_what_is_approved_no_longer_is_not()
    {
        await using var opened = await this.MakeAsync();
        var first = await opened.ApprovedAsync(MadeVersions.Of("first", body: "return new Output(1);"));
        var second = await opened.Registry.AddAsync(MadeVersions.Of("second", body: "return new Output(2);"), "maker");
        ProvenAlike[] proven = [new(second.Id, first.Id, 3), new(second.Id, first.Id, 3), new(second.Id, second.Id, 3), new(second.Id, "unknown", 3), new(first.Id, second.Id, 3)];
        var before = Advise(opened).Count(one => one.Kind == AdviceKind.Duplicate);
        var advice = Worth.Advise(opened.Registry.List(), opened.Registry.Usage(), null, proven).Single(one => one.Likeness == Likeness.Passed);
        Assert.AreEqual((AdviceKind.Duplicate, second.Id, first.Id), (advice.Kind, advice.Id, advice.Other));
        StringAssert.Contains(advice.Why, "passes all 3 samples");
        Assert.AreEqual(0, before);
        await opened.Registry.MarkAsync(first.Id, ToolState.Quarantined, "it is wrong", "person");
        Assert.AreEqual(0, Worth.Advise(opened.Registry.List(), opened.Registry.Usage(), null, proven).Count);
    }

    [TestMethod]
    public async Task Several_callers_reach_further_than_one_who_calls_often()
    {
        await using var opened = await this.MakeAsync();
        var loud = await opened.ApprovedAsync(MadeVersions.Of("loud", body: "return new Output(1);"));
        var general = await opened.ApprovedAsync(MadeVersions.Of("general", body: "return new Output(2);"));
        await CalledAsync(opened, loud, "none", 300);
        await CalledAsync(opened, loud, "tool", 300, "other");
        Assert.AreEqual(2 * Math.Log2(301), Worth.Reach(opened.Registry.Usage("loud")), 1e-9);
        foreach (var caller in new[] { "a", "b", "c", "d", "e", "f" }) await CalledAsync(opened, general, "none", 2, caller);
        Assert.IsGreaterThan(Worth.Reach(opened.Registry.Usage("loud")), Worth.Reach(opened.Registry.Usage("general")));
        Assert.AreEqual(0, Worth.Reach([]));
    }

    [TestMethod]
    public async Task What_answers_in_many_ways_reaches_further_than_what_is_always_asked_alike()
    {
        await using var opened = await this.MakeAsync();
        var alike = await opened.ApprovedAsync(MadeVersions.Of("alike", body: "return new Output(1);"));
        var general = await opened.ApprovedAsync(MadeVersions.Of("general", body: "return new Output(2);"));
        var alone = await opened.ApprovedAsync(MadeVersions.Of("alone", body: "return new Output(3);"));
        for (var i = 0; i < 6; i++)
        {
            await opened.Registry.AppendAsync("called", "agent" + i, $$"""{"id":"{{alike.Id}}","fault":"none","us":1,"shape":"{n:number}"}""");
            await opened.Registry.AppendAsync("called", "agent" + i, $$"""{"id":"{{general.Id}}","fault":"none","us":1,"shape":"{n{{i}}:number}"}""");
            await opened.Registry.AppendAsync("called", "anna", $$"""{"id":"{{alone.Id}}","fault":"none","us":1,"shape":"{n{{i}}:number}"}""");
        }

        await opened.Registry.AppendAsync("called", "agent1", $$"""{"id":"{{alike.Id}}","fault":"caller","us":1,"shape":"{other:number}"}""");
        Assert.AreEqual((1, 6), (opened.Registry.Usage("alike").Single().Shapes, opened.Registry.Usage("general").Single().Shapes));
        Assert.AreEqual(6 * Math.Log2(3) * Math.Log2(7), Worth.Reach(opened.Registry.Usage("alike")), 1e-9);
        Assert.AreEqual(6 * 3 * Math.Log2(7), Worth.Reach(opened.Registry.Usage("general")), 1e-9);
        Assert.AreEqual(Math.Log2(3) * Math.Log2(7), Worth.Reach(opened.Registry.Usage("alone")), 1e-9, "of what one caller makes many of one counts");
        Assert.IsTrue(opened.Verify().IsClean);
    }

    [TestMethod]
    public async Task A_session_tool_that_several_callers_need_is_worth_keeping()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(session: "one"), "one");
        await CalledAsync(opened, version, "none", 5);
        Assert.AreEqual(0, Advise(opened).Count);
        await CalledAsync(opened, version, "none", 1, "two");
        Assert.AreEqual(AdviceKind.Promote, Advise(opened).Single().Kind);
    }

    private static IReadOnlyList<Advice> Advise(OpenedRegistry opened) => Worth.Advise(opened.Registry.List(), opened.Registry.Usage());

    private static Task CalledAsync(OpenedRegistry opened, StoredVersion version, string fault, int times, string by = "agent") =>
        Task.WhenAll(Enumerable.Range(0, times).Select(_ => opened.Registry.AppendAsync("called", by, $$"""{"id":"{{version.Id}}","fault":"{{fault}}","us":1}""").AsTask()));
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class WorthInMemoryTests : WorthTests
{
    protected override bool IsInMemory => true;
}
